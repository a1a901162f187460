package dev.limbeck.postgres.catalog;

import dev.limbeck.postgres.definition.RuleDefinition;
import dev.limbeck.postgres.text.PostgresIdentifiers;
import dev.limbeck.postgres.text.PostgresLexicon;
import dev.limbeck.postgres.text.PostgresText;
import dev.limbeck.schema.Attachment;
import dev.limbeck.schema.ConstraintState.Deferral;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.Policy;
import dev.limbeck.schema.TablePart;
import dev.limbeck.schema.Trigger;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlToken.Kind;
import dev.limbeck.sql.SqlTokenizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What acts on the rows of relations: triggers, policies and rules. */
final class CatalogTriggers {
    private static final int ROW = 1;
    private static final int BEFORE = 1 << 1;
    private static final int INSERT = 1 << 2;
    private static final int DELETE = 1 << 3;
    private static final int UPDATE = 1 << 4;
    private static final int TRUNCATE = 1 << 5;
    private static final int INSTEAD = 1 << 6;

    private final CatalogContext context;
    private final Map<Long, List<TablePart>> ofRelation = new HashMap<>();

    CatalogTriggers(CatalogContext context) {
        this.context = context;
    }

    void addTriggers(List<CatalogRow> rows) {
        rows.forEach(row -> add(row, trigger(row)));
    }

    void addPolicies(List<CatalogRow> rows) {
        rows.forEach(row -> add(row, policy(row)));
    }

    /** Adds rules, but not those that make views. */
    void addRules(List<CatalogRow> rows) {
        rows.stream().filter(row -> !row.is("makes_view")).forEach(row -> add(row, rule(row)));
    }

    private void add(CatalogRow row, TablePart part) {
        ofRelation.computeIfAbsent(row.number("relation"), key -> new ArrayList<>()).add(part);
    }

    /** Returns the triggers, policies and rules of a relation. */
    List<TablePart> of(long relation) {
        return ofRelation.getOrDefault(relation, List.of());
    }

    private Attachment rule(CatalogRow row) {
        long oid = row.number("oid");
        String definition =
                RuleDefinition.in(
                        switch (row.text("state")) {
                            case "D" -> "DISABLE";
                            case "R" -> "ENABLE REPLICA";
                            case "A" -> "ENABLE ALWAYS";
                            default -> "ENABLE";
                        },
                        row.text("definition"),
                        context.names()
                                .name(context.relation(row.number("relation")).orElseThrow()),
                        row.text("name"));
        return new Attachment(
                PartName.of(row.text("name")),
                "rule",
                Expression.of(definition, context.references().of("pg_rewrite", oid)),
                context.details().comment("pg_rewrite", oid));
    }

    private Policy policy(CatalogRow row) {
        long oid = row.number("oid");
        String command =
                switch (row.text("command")) {
                    case "r" -> "SELECT";
                    case "a" -> "INSERT";
                    case "w" -> "UPDATE";
                    case "d" -> "DELETE";
                    default -> "ALL";
                };
        return new Policy(
                PartName.of(row.text("name")),
                row.is("permissive"),
                command,
                new TreeSet<>(row.texts("roles")),
                predicate(row, "using"),
                predicate(row, "with_check"),
                context.details().comment("pg_policy", oid));
    }

    private Optional<Expression> predicate(CatalogRow row, String column) {
        return row.optional(column)
                .map(text -> context.references().text(text, "pg_policy", row.number("oid")));
    }

    private Trigger trigger(CatalogRow row) {
        long type = row.number("type");
        TriggerText text = TriggerText.of(row.text("definition"));
        Trigger.Timing timing =
                (type & BEFORE) != 0
                        ? Trigger.Timing.BEFORE
                        : (type & INSTEAD) != 0 ? Trigger.Timing.INSTEAD_OF : Trigger.Timing.AFTER;
        return new Trigger(
                PartName.of(row.text("name")),
                timing,
                events(type),
                new TreeSet<>(context.columns(row.number("relation"), row.numbers("columns"))),
                (type & ROW) != 0 ? Trigger.Level.ROW : Trigger.Level.STATEMENT,
                text.when()
                        .map(
                                when ->
                                        context.references()
                                                .text(when, "pg_trigger", row.number("oid"))),
                Trigger.Action.call(
                        context.names().name(row.text("routine_schema"), row.text("routine")),
                        text.arguments()),
                state(row),
                deferral(row),
                options(row),
                context.details().comment("pg_trigger", row.number("oid")));
    }

    private static Set<Trigger.Event> events(long type) {
        Map<Integer, Trigger.Event> bits =
                Map.of(
                        INSERT, Trigger.Event.INSERT,
                        DELETE, Trigger.Event.DELETE,
                        UPDATE, Trigger.Event.UPDATE,
                        TRUNCATE, Trigger.Event.TRUNCATE);
        Set<Trigger.Event> events = EnumSet.noneOf(Trigger.Event.class);
        bits.forEach(
                (bit, event) -> {
                    if ((type & bit) != 0) {
                        events.add(event);
                    }
                });
        return events;
    }

    private static Trigger.State state(CatalogRow row) {
        return switch (row.text("state")) {
            case "D" -> Trigger.State.DISABLED;
            case "A" -> Trigger.State.ALWAYS;
            case "R" -> Trigger.State.REPLICA;
            default -> Trigger.State.ENABLED;
        };
    }

    private static Optional<Deferral> deferral(CatalogRow row) {
        if (!row.is("is_constraint")) {
            return Optional.empty();
        }
        return Optional.of(
                !row.is("deferrable")
                        ? Deferral.NOT_DEFERRABLE
                        : row.is("deferred")
                                ? Deferral.INITIALLY_DEFERRED
                                : Deferral.INITIALLY_IMMEDIATE);
    }

    private Options options(CatalogRow row) {
        Map<String, String> values = new TreeMap<>();
        row.optional("old_table").ifPresent(name -> values.put("old_table", name));
        row.optional("new_table").ifPresent(name -> values.put("new_table", name));
        row.optional("from_table")
                .map(name -> context.names().name(row.text("from_schema"), name))
                .ifPresent(name -> values.put("from", PostgresIdentifiers.write(name)));
        return Options.of(values);
    }

    /**
     * What only the text of a trigger tells.
     *
     * @param when its condition
     * @param arguments what it passes on, as plain text
     */
    private record TriggerText(Optional<String> when, List<String> arguments) {
        static TriggerText of(String definition) {
            List<SqlToken> tokens = SqlTokenizer.significant(definition, PostgresLexicon.LEXICON);
            Optional<String> when = Optional.empty();
            List<String> arguments = new ArrayList<>();
            for (int i = 0; i + 1 < tokens.size(); i++) {
                if (tokens.get(i).is("WHEN") && tokens.get(i + 1).isSymbol("(")) {
                    int close = PostgresText.closing(tokens, i + 1);
                    when =
                            Optional.of(
                                    definition.substring(
                                            tokens.get(i + 1).end(), tokens.get(close).offset()));
                    i = close;
                } else if (tokens.get(i).is("EXECUTE")) {
                    tokens.subList(i, tokens.size()).stream()
                            .filter(token -> token.kind() == Kind.STRING)
                            .forEach(token -> arguments.add(plain(token.text())));
                    break;
                }
            }
            return new TriggerText(when, List.copyOf(arguments));
        }

        /** Returns what a string as the server writes it says; it escapes with E where it must. */
        private static String plain(String quoted) {
            boolean escaped = quoted.startsWith("E");
            String inside = quoted.substring(escaped ? 2 : 1, quoted.length() - 1);
            String text = inside.replace("''", "'");
            return escaped ? text.replace("\\\\", "\\") : text;
        }
    }
}
