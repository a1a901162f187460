package dev.limbeck.postgres.render;

import dev.limbeck.postgres.text.SqlNames;
import dev.limbeck.postgres.text.SqlText;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.Grant;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.Policy;
import dev.limbeck.schema.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes triggers and policies. */
final class TriggerWriter {
    private TriggerWriter() {}

    static String create(ObjectId owner, Trigger trigger) {
        return "CREATE " + definition(owner, trigger);
    }

    static String replace(ObjectId owner, Trigger trigger) {
        return "CREATE OR REPLACE " + definition(owner, trigger);
    }

    private static String definition(ObjectId owner, Trigger trigger) {
        StringBuilder text = new StringBuilder();
        text.append(trigger.deferral().isPresent() ? "CONSTRAINT TRIGGER " : "TRIGGER ");
        text.append(SqlNames.write(trigger.name())).append("\n    ");
        text.append(trigger.timing().name().replace('_', ' ')).append(' ');
        text.append(
                trigger.events().stream()
                        .map(event -> event(event, trigger.updateOf()))
                        .collect(Collectors.joining(" OR ")));
        text.append(" ON ").append(SqlNames.write(owner.name()));
        trigger.options().get("from").ifPresent(table -> text.append(" FROM ").append(table));
        trigger.deferral().ifPresent(deferral -> text.append(ConstraintWriter.deferral(deferral)));
        text.append(transitions(trigger));
        text.append("\n    FOR EACH ").append(trigger.level().name());
        trigger.when()
                .ifPresent(
                        predicate ->
                                text.append("\n    WHEN (")
                                        .append(SqlText.write(predicate))
                                        .append(')'));
        return text.append("\n    ").append(call(trigger.action())).toString();
    }

    private static String event(Trigger.Event event, Set<String> updateOf) {
        return event == Trigger.Event.UPDATE && !updateOf.isEmpty()
                ? "UPDATE OF " + SqlNames.list(updateOf)
                : event.name();
    }

    private static String transitions(Trigger trigger) {
        List<String> tables = new ArrayList<>();
        trigger.options()
                .get("old_table")
                .ifPresent(name -> tables.add("OLD TABLE AS " + SqlNames.write(name)));
        trigger.options()
                .get("new_table")
                .ifPresent(name -> tables.add("NEW TABLE AS " + SqlNames.write(name)));
        return tables.isEmpty() ? "" : "\n    REFERENCING " + String.join(" ", tables);
    }

    private static String call(Trigger.Action action) {
        String arguments =
                action.arguments().stream()
                        .map(SqlNames::literal)
                        .collect(Collectors.joining(", "));
        return action.routine()
                .map(
                        routine ->
                                "EXECUTE FUNCTION "
                                        + SqlNames.writeCallable(routine)
                                        + "("
                                        + arguments
                                        + ")")
                .orElseGet(() -> action.body().orElseThrow().source());
    }

    /** Returns the action of an {@code ALTER TABLE} that sets whether a trigger fires. */
    static String state(Trigger trigger) {
        String name = SqlNames.write(trigger.name());
        return switch (trigger.state()) {
            case ENABLED -> "ENABLE TRIGGER " + name;
            case DISABLED -> "DISABLE TRIGGER " + name;
            case ALWAYS -> "ENABLE ALWAYS TRIGGER " + name;
            case REPLICA -> "ENABLE REPLICA TRIGGER " + name;
        };
    }

    static String create(ObjectId owner, Policy policy) {
        StringBuilder text = new StringBuilder("CREATE POLICY ");
        text.append(SqlNames.write(policy.name()))
                .append(" ON ")
                .append(SqlNames.write(owner.name()));
        if (!policy.permissive()) {
            text.append(" AS RESTRICTIVE");
        }
        if (!policy.command().equals("ALL")) {
            text.append(" FOR ").append(policy.command().toUpperCase(Locale.ROOT));
        }
        if (!isForEverybody(policy)) {
            text.append(" TO ").append(roles(policy));
        }
        clause(text, "USING", policy.using());
        clause(text, "WITH CHECK", policy.withCheck());
        return text.toString();
    }

    private static void clause(StringBuilder text, String words, Optional<Expression> predicate) {
        predicate.ifPresent(
                rows ->
                        text.append("\n    ")
                                .append(words)
                                .append(" (")
                                .append(SqlText.write(rows))
                                .append(')'));
    }

    private static boolean isForEverybody(Policy policy) {
        return policy.roles().isEmpty() || policy.roles().equals(Set.of(Grant.PUBLIC));
    }

    private static String roles(Policy policy) {
        return isForEverybody(policy)
                ? "PUBLIC"
                : policy.roles().stream().map(GrantWriter::role).collect(Collectors.joining(", "));
    }

    static String alter(ObjectId owner, Policy before, Policy after) {
        StringBuilder text = new StringBuilder("ALTER POLICY ");
        text.append(SqlNames.write(after.name()))
                .append(" ON ")
                .append(SqlNames.write(owner.name()));
        if (!before.roles().equals(after.roles())) {
            text.append(" TO ").append(roles(after));
        }
        if (!before.using().equals(after.using())) {
            clause(text, "USING", after.using());
        }
        if (!before.withCheck().equals(after.withCheck())) {
            clause(text, "WITH CHECK", after.withCheck());
        }
        return text.toString();
    }
}
