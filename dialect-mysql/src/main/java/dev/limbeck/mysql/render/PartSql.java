package dev.limbeck.mysql.render;

import dev.limbeck.mysql.server.ServerFeature;
import dev.limbeck.mysql.server.ServerVersion;
import dev.limbeck.mysql.text.MySqlIdentifiers;
import dev.limbeck.mysql.text.MySqlLiterals;
import dev.limbeck.schema.Attachment;
import dev.limbeck.schema.Check;
import dev.limbeck.schema.Exclusion;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.IndexPart;
import dev.limbeck.schema.Key;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.Policy;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.ReferentialAction;
import dev.limbeck.schema.TablePart;
import dev.limbeck.schema.TablePartVisitor;
import dev.limbeck.schema.Trigger;
import dev.limbeck.schema.Unique;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes keys, indexes and constraints as they stand in a table, and whole triggers. */
final class PartSql implements TablePartVisitor<String> {
    /** The columns of a primary key as they are written, where they are more than columns. */
    static final String PARTS = "parts";

    /** The option of a fulltext index that names its parser. */
    static final String PARSER = "parser";

    private static final String BLOCK_SIZE = "key_block_size";

    private final QualifiedName owner;
    private final ServerVersion server;

    PartSql(QualifiedName owner, ServerVersion server) {
        this.owner = owner;
        this.server = server;
    }

    static String write(String name) {
        return MySqlIdentifiers.write(name);
    }

    static String list(Collection<String> names) {
        return names.stream().map(PartSql::write).collect(Collectors.joining(", "));
    }

    /** Returns the words that name a constraint; nothing for one whose name the server makes. */
    private static String naming(PartName name) {
        return name.value().isEmpty() ? "" : "CONSTRAINT " + write(name.value()) + " ";
    }

    @Override
    public String primaryKey(PrimaryKey key) {
        return "PRIMARY KEY (" + parts(key.key()) + ")" + using(key.key().options());
    }

    private static String parts(Key key) {
        return key.options().get(PARTS).orElseGet(() -> list(key.columns()));
    }

    private static String using(Options options) {
        return options.get("method")
                .map(method -> " USING " + method.toUpperCase(Locale.ROOT))
                .orElse("");
    }

    @Override
    public String unique(Unique unique) {
        return "UNIQUE KEY "
                + (unique.name().value().isEmpty() ? "" : write(unique.name().value()) + " ")
                + "("
                + list(unique.key().columns())
                + ")";
    }

    @Override
    public String foreignKey(ForeignKey key) {
        return naming(key.name())
                + "FOREIGN KEY ("
                + list(key.keyColumns())
                + ") REFERENCES "
                + target(key.table())
                + " ("
                + list(key.tableColumns())
                + ")"
                + action(" ON DELETE ", key.onDelete())
                + action(" ON UPDATE ", key.onUpdate());
    }

    /** A bare name is looked for in the database of the table itself. */
    private String target(QualifiedName table) {
        return table.schema().equals(owner.schema())
                ? write(table.name())
                : MySqlIdentifiers.write(table);
    }

    private static String action(String words, ReferentialAction action) {
        return action == ReferentialAction.NO_ACTION ? "" : words + action.sql();
    }

    @Override
    public String check(Check check) {
        if (!check.state().enforced() && !server.has(ServerFeature.UNENFORCED_CHECKS)) {
            throw Refusal.of(server, "check that is not enforced: " + check.name());
        }
        return naming(check.name())
                + "CHECK ("
                + check.predicate().source()
                + ")"
                + (check.state().enforced() ? "" : " NOT ENFORCED");
    }

    @Override
    public String exclusion(Exclusion exclusion) {
        throw Refusal.of(server, "exclusion constraint: " + exclusion.name());
    }

    @Override
    public String index(Index index) {
        if (index.where().isPresent()) {
            throw Refusal.of(server, "partial index: " + index.name());
        }
        if (!index.include().isEmpty()) {
            throw Refusal.of(server, "index that carries other columns: " + index.name());
        }
        String kind =
                index.method()
                        .filter(method -> !method.equals("hash") && !method.equals("btree"))
                        .map(method -> method.toUpperCase(Locale.ROOT) + " ")
                        .orElse(index.unique() ? "UNIQUE " : "");
        StringBuilder text = new StringBuilder(kind).append("KEY ");
        if (!index.name().value().isEmpty()) {
            text.append(write(index.name().value())).append(' ');
        }
        text.append(
                index.parts().stream()
                        .map(part -> part(index, part))
                        .collect(Collectors.joining(", ", "(", ")")));
        return text.append(settings(index)).toString();
    }

    private String settings(Index index) {
        StringBuilder text = new StringBuilder();
        index.method()
                .filter(method -> method.equals("hash") || method.equals("btree"))
                .ifPresent(
                        method -> text.append(" USING ").append(method.toUpperCase(Locale.ROOT)));
        index.options()
                .get(BLOCK_SIZE)
                .ifPresent(size -> text.append(" KEY_BLOCK_SIZE = ").append(size));
        index.options()
                .get(PARSER)
                .ifPresent(parser -> text.append(" WITH PARSER ").append(parser));
        if (index.options().has(Options.INVISIBLE)) {
            text.append(' ').append(visibility(true));
        }
        index.comment()
                .ifPresent(note -> text.append(" COMMENT ").append(MySqlLiterals.string(note)));
        return text.toString();
    }

    /** Returns the words that hide an index from the planner, or show it. */
    String visibility(boolean hidden) {
        if (server.isMariaDb()) {
            return hidden ? "IGNORED" : "NOT IGNORED";
        }
        return hidden ? "INVISIBLE" : "VISIBLE";
    }

    private String part(Index index, IndexPart part) {
        if (part.expression().isPresent() && !server.has(ServerFeature.FUNCTIONAL_KEY_PARTS)) {
            throw Refusal.of(server, "index over an expression: " + index.name());
        }
        String text =
                part.expression()
                        .map(expression -> "(" + expression.source() + ")")
                        .orElseGet(() -> write(part.column().orElseThrow()));
        String length =
                part.prefixLength().isPresent() ? "(" + part.prefixLength().getAsInt() + ")" : "";
        return text + length + (part.descending() ? " DESC" : "");
    }

    /** Returns the statement that makes a trigger. */
    @Override
    public String trigger(Trigger trigger) {
        String body =
                trigger.action()
                        .body()
                        .map(text -> text.source())
                        .orElseThrow(
                                () ->
                                        Refusal.of(
                                                server,
                                                "trigger that calls a routine: " + trigger.name()));
        String events =
                trigger.events().stream().map(Enum::name).collect(Collectors.joining(" OR "));
        return "CREATE TRIGGER "
                + MySqlIdentifiers.write(owner.sibling(trigger.name().value()))
                + " "
                + trigger.timing().name().replace('_', ' ')
                + " "
                + events
                + " ON "
                + MySqlIdentifiers.write(owner)
                + " FOR EACH ROW\n"
                + body;
    }

    @Override
    public String policy(Policy policy) {
        throw Refusal.of(server, "policy: " + policy.name());
    }

    @Override
    public String attachment(Attachment attachment) {
        return attachment.definition().source();
    }

    /**
     * Returns the action that drops a part from its table, in words that both flavors take where
     * they mean one thing.
     *
     * @param others what else is in the table
     */
    String drop(TablePart part, Collection<TablePart> others) {
        String name = part.name().value();
        if (part instanceof PrimaryKey) {
            return "DROP PRIMARY KEY";
        }
        if (part instanceof ForeignKey) {
            return "DROP FOREIGN KEY " + write(name);
        }
        if (part instanceof Check) {
            boolean clear =
                    others.stream()
                            .filter(other -> other.name().value().equalsIgnoreCase(name))
                            .allMatch(Check.class::isInstance);
            boolean any = server.has(ServerFeature.DROP_CONSTRAINT);
            return (any && (clear || server.isMariaDb()) ? "DROP CONSTRAINT " : "DROP CHECK ")
                    + write(name);
        }
        return "DROP KEY " + write(name);
    }
}
