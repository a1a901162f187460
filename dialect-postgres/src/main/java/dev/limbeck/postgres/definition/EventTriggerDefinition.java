package dev.limbeck.postgres.definition;

import dev.limbeck.ddl.TokenCursor;
import java.util.List;
import java.util.Optional;

/**
 * An event trigger: the statement that makes it, and when it fires.
 *
 * @param name its name as SQL
 * @param made the statement
 * @param state {@code ENABLE}, {@code DISABLE}, {@code ENABLE REPLICA} or {@code ENABLE ALWAYS}
 */
record EventTriggerDefinition(String name, String made, String state) implements Definition {
    private static final String USUAL = "ENABLE";

    static EventTriggerDefinition read(TokenCursor cursor) {
        cursor.expect("CREATE", "EVENT", "TRIGGER");
        String name = Pieces.name(cursor);
        cursor.go(0);
        String made = Pieces.statement(cursor);
        String state = USUAL;
        if (cursor.accept(";", "ALTER", "EVENT", "TRIGGER")) {
            Pieces.name(cursor);
            state = state(cursor).orElseThrow(cursor::unexpected);
        }
        return new EventTriggerDefinition(name, made, state);
    }

    private static Optional<String> state(TokenCursor cursor) {
        if (cursor.accept("DISABLE")) {
            return Optional.of("DISABLE");
        }
        if (!cursor.accept("ENABLE")) {
            return Optional.empty();
        }
        return Optional.of(
                cursor.accept("REPLICA")
                        ? "ENABLE REPLICA"
                        : cursor.accept("ALWAYS") ? "ENABLE ALWAYS" : USUAL);
    }

    @Override
    public String text() {
        return state.equals(USUAL) ? made : made + ";\n" + alteration();
    }

    private String alteration() {
        return "ALTER EVENT TRIGGER " + name + " " + state;
    }

    @Override
    public String canonical() {
        return Pieces.canonical(made).replace(" procedure ", " function ") + " " + state;
    }

    @Override
    public Optional<Definition> altered(TokenCursor cursor) {
        return state(cursor).map(now -> new EventTriggerDefinition(name, made, now));
    }

    @Override
    public Optional<List<String>> leadingTo(Definition after) {
        boolean inPlace =
                after instanceof EventTriggerDefinition wanted
                        && canonical()
                                .equals(
                                        new EventTriggerDefinition(name, wanted.made, state)
                                                .canonical());
        return inPlace
                ? Optional.of(List.of(((EventTriggerDefinition) after).alteration()))
                : Optional.empty();
    }
}
