package dev.limbeck.postgres.render;

import dev.limbeck.diff.Conversion;
import dev.limbeck.diff.Hazard;
import dev.limbeck.postgres.model.MadeNames;
import dev.limbeck.postgres.rules.TypeConversions;
import dev.limbeck.postgres.text.SqlNames;
import dev.limbeck.postgres.text.SqlText;
import dev.limbeck.postgres.type.PostgresTypes;
import dev.limbeck.postgres.type.StorageKinds;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.Generated;
import dev.limbeck.schema.NotNull;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes columns and the changes of columns. */
final class ColumnWriter {
    /** Functions whose value differs from row to row, so that the server writes each row. */
    private static final Set<String> VOLATILE =
            Set.of(
                    "NEXTVAL",
                    "RANDOM",
                    "GEN_RANDOM_UUID",
                    "UUIDV4",
                    "UUIDV7",
                    "UUID_GENERATE_V1",
                    "UUID_GENERATE_V4",
                    "CLOCK_TIMESTAMP",
                    "TIMEOFDAY",
                    "SETVAL");

    private final TypeConversions conversions;
    private final NotNullNames names;

    ColumnWriter(TypeConversions conversions, NotNullNames names) {
        this.conversions = conversions;
        this.names = names;
    }

    /** Returns what tells which {@code NOT NULL} needs its name written. */
    NotNullNames names() {
        return names;
    }

    /** Returns the beginning of each change of a table. */
    static String head(QualifiedName table) {
        return "ALTER TABLE " + SqlNames.write(table);
    }

    /**
     * Returns a column as it stands in a table's list or behind {@code ADD COLUMN}.
     *
     * @param further constraints that stand behind it
     */
    String definition(QualifiedName table, Column column, List<String> further) {
        return typed(column) + rules(table, column, further);
    }

    private static String typed(Column column) {
        StringBuilder text = new StringBuilder(SqlNames.write(column.name()));
        text.append(' ').append(PostgresTypes.render(column.type()));
        column.options()
                .get(Options.COMPRESSION)
                .ifPresent(method -> text.append(" COMPRESSION ").append(method));
        column.collation().ifPresent(name -> text.append(" COLLATE ").append(collation(name)));
        return text.toString();
    }

    static String collation(QualifiedName name) {
        return SqlNames.write(name);
    }

    /** Returns what stands behind the type of a column. */
    String rules(QualifiedName table, Column column, List<String> further) {
        StringBuilder text = new StringBuilder();
        boolean implied = column.identity().isPresent() || further.contains("PRIMARY KEY");
        column.notNull()
                .filter(rule -> !implied || names.isWritten(table, column.name(), rule))
                .ifPresent(rule -> text.append(' ').append(notNull(table, column.name(), rule)));
        column.defaultValue()
                .ifPresent(value -> text.append(" DEFAULT ").append(SqlText.behindDefault(value)));
        column.identity()
                .ifPresent(identity -> text.append(' ').append(IdentityWriter.write(identity)));
        column.generated()
                .ifPresent(
                        computed ->
                                text.append(" GENERATED ALWAYS AS (")
                                        .append(SqlText.write(computed.expression()))
                                        .append(") ")
                                        .append(computed.storage().name()));
        further.forEach(constraint -> text.append(' ').append(constraint));
        return text.toString();
    }

    private String notNull(QualifiedName table, String column, NotNull rule) {
        String name =
                names.isWritten(table, column, rule)
                        ? "CONSTRAINT " + SqlNames.write(rule.name()) + " "
                        : "";
        return name + "NOT NULL" + (rule.inherited() ? "" : " NO INHERIT");
    }

    /** Returns the pieces that set what can't be said where a column is made. */
    List<Piece> afterwards(QualifiedName table, Column column) {
        return settings(
                table,
                column.withOptions(Options.none()),
                column.withOptions(column.options().without(Options.COMPRESSION)));
    }

    /** Returns the pieces that add a column. */
    List<Piece> add(QualifiedName table, Column column, List<String> further) {
        List<Piece> pieces = new ArrayList<>();
        boolean empty =
                !column.nullable()
                        && column.defaultValue().isEmpty()
                        && column.identity().isEmpty()
                        && column.generated().isEmpty();
        Column first = empty ? column.withNotNull(Optional.empty()) : column;
        Piece added = Piece.action(head(table), "ADD COLUMN " + definition(table, first, further));
        boolean writes =
                column.generated()
                                .filter(made -> made.storage() == Generated.Storage.STORED)
                                .isPresent()
                        || column.identity().isPresent()
                        || column.defaultValue().filter(ColumnWriter::isVolatile).isPresent();
        pieces.add(
                writes
                        ? added.hazard(Hazard.Kind.REWRITES, "every row gets a value of its own")
                        : added);
        if (empty) {
            pieces.addAll(setNotNull(table, column));
        }
        pieces.addAll(afterwards(table, column));
        return pieces;
    }

    private static boolean isVolatile(Expression value) {
        return SqlText.tokens(value.source()).stream()
                .anyMatch(token -> SqlText.isOneOf(token, VOLATILE));
    }

    /** Returns the pieces that drop a column. */
    static List<Piece> drop(QualifiedName table, Column column) {
        Piece dropped = Piece.action(head(table), "DROP COLUMN " + SqlNames.write(column.name()));
        return List.of(
                column.generated().isPresent()
                        ? dropped
                        : dropped.note(
                                Notes.loss(
                                        "the values of "
                                                + table
                                                + "."
                                                + column.name()
                                                + " are gone")));
    }

    /** Returns the pieces that lead from one state of a column to another. */
    List<Piece> alter(QualifiedName table, Column before, Column after, Conversion conversion) {
        if (isMadeAnew(before, after)) {
            List<Piece> pieces = new ArrayList<>(drop(table, before));
            pieces.addAll(add(table, after, List.of()));
            return pieces;
        }
        List<Piece> pieces = new ArrayList<>();
        boolean retyped =
                !before.type().equals(after.type())
                        || !before.collation().equals(after.collation());
        Column start = before;
        if (retyped) {
            start = retype(table, before, after, conversion, pieces);
        }
        computing(table, before, after, pieces);
        numbering(table, before, after, pieces);
        if (!start.defaultValue().equals(after.defaultValue())) {
            pieces.add(setDefault(table, after));
        }
        nullability(table, before, after, pieces);
        pieces.addAll(settings(table, before, after));
        return pieces;
    }

    /** Returns whether a column can only be dropped and added: it becomes a computed one. */
    private static boolean isMadeAnew(Column before, Column after) {
        if (after.generated().isEmpty()) {
            return before.generated()
                    .filter(computed -> computed.storage() == Generated.Storage.VIRTUAL)
                    .isPresent();
        }
        return before.generated().isEmpty()
                || before.generated().get().storage() != after.generated().get().storage();
    }

    private static Piece column(QualifiedName table, Column column, String action) {
        return Piece.action(
                        head(table), "ALTER COLUMN " + SqlNames.write(column.name()) + " " + action)
                .about(column.name());
    }

    static Piece setDefault(QualifiedName table, Column after) {
        return column(
                table,
                after,
                after.defaultValue()
                        .map(value -> "SET DEFAULT " + SqlText.behindDefault(value))
                        .orElse("DROP DEFAULT"));
    }

    /** Adds the change of the type and returns the column as it is then. */
    private Column retype(
            QualifiedName table,
            Column before,
            Column after,
            Conversion conversion,
            List<Piece> pieces) {
        ColumnType from = before.type();
        ColumnType to = after.type();
        String name = SqlNames.write(after.name());
        TypeConversions.Way way =
                conversion
                        .there()
                        .map(said -> TypeConversions.Way.by(said.source()))
                        .orElseGet(() -> conversions.way(from, to, name));
        boolean sameName = from.name().equals(to.name()) && from.timeZone() == to.timeZone();
        boolean numbers = TypeConversions.isNumber(from) && TypeConversions.isNumber(to);
        boolean defaultStays =
                (sameName || numbers)
                        && from.arrayDimensions() == to.arrayDimensions()
                        && way.using().isEmpty();
        Column now = before;
        if (!defaultStays && before.defaultValue().isPresent()) {
            if (!conversions.needsNoCast(from, to) || after.defaultValue().isEmpty()) {
                pieces.add(column(table, after, "DROP DEFAULT"));
            }
            now = before.withDefault(Optional.empty());
        }
        String collation =
                after.collation().map(chosen -> " COLLATE " + collation(chosen)).orElse("");
        String using = way.using().map(text -> " USING " + text).orElse("");
        Piece typed = column(table, after, "TYPE " + PostgresTypes.render(to) + collation + using);
        if (way.remark().isPresent()) {
            pieces.add(0, typed.note(way.remark().get()));
            typed = pieces.remove(0);
        }
        typed = withLosses(typed, table, after, from);
        if (!typed.notes().isEmpty() && !pieces.isEmpty()) {
            Piece first = pieces.remove(0);
            pieces.add(first.note(typed.notes().toArray(String[]::new)));
            typed =
                    new Piece(
                            typed.head(),
                            typed.text(),
                            typed.subject(),
                            typed.hazards(),
                            List.of());
        }
        pieces.add(typed);
        return now;
    }

    private static Piece withLosses(
            Piece plain, QualifiedName table, Column after, ColumnType from) {
        ColumnType to = after.type();
        Piece typed = plain;
        if (Rewriting.isNeeded(from, to)) {
            typed =
                    typed.hazard(
                            Hazard.Kind.REWRITES,
                            "every value of " + SqlNames.write(after.name()) + " is converted");
        }
        if (Rewriting.rounds(from, to)) {
            String loss =
                    "the values of "
                            + table
                            + "."
                            + after.name()
                            + " are cut to fit "
                            + PostgresTypes.render(to);
            typed = typed.hazard(Hazard.Kind.DATA_LOSS, loss).note(Notes.loss(loss));
        }
        return typed;
    }

    private static void computing(
            QualifiedName table, Column before, Column after, List<Piece> pieces) {
        if (before.generated().isPresent() && after.generated().isEmpty()) {
            pieces.add(column(table, after, "DROP EXPRESSION"));
        } else if (!before.generated().equals(after.generated())) {
            String expression = after.generated().orElseThrow().expression().source();
            // by itself: in one statement the server drops columns before it sets expressions
            pieces.add(
                    Piece.statement(
                                    head(table)
                                            + " ALTER COLUMN "
                                            + SqlNames.write(after.name())
                                            + " SET EXPRESSION AS ("
                                            + expression
                                            + ")")
                            .hazard(Hazard.Kind.REWRITES, "every row is computed anew"));
        }
    }

    private static void numbering(
            QualifiedName table, Column before, Column after, List<Piece> pieces) {
        if (before.identity().isPresent() && after.identity().isPresent()) {
            List<String> actions =
                    IdentityWriter.changes(before.identity().get(), after.identity().get());
            if (!actions.isEmpty()) {
                SequenceWriter.intoBounds(
                                MadeNames.sequence(table, after.name()),
                                before.identity().get().sequence(),
                                after.identity().get().sequence())
                        .ifPresent(text -> pieces.add(Piece.statement(text)));
                pieces.add(column(table, after, String.join(" ", actions)));
            }
        } else if (after.identity().isPresent()) {
            pieces.add(column(table, after, "ADD " + IdentityWriter.write(after.identity().get())));
        } else if (before.identity().isPresent()) {
            pieces.add(column(table, after, "DROP IDENTITY"));
        }
    }

    private void nullability(QualifiedName table, Column before, Column after, List<Piece> pieces) {
        if (before.nullable() && !after.nullable()) {
            pieces.addAll(setNotNull(table, after));
        } else if (!before.nullable() && after.nullable()) {
            pieces.add(column(table, after, "DROP NOT NULL"));
        } else if (before.notNull().isPresent() && after.notNull().isPresent()) {
            pieces.addAll(
                    NotNullWriter.alter(
                            table, after.name(), before.notNull().get(), after.notNull().get()));
        }
    }

    /** Returns the pieces that forbid nulls, with what fills them in offered to the reader. */
    List<Piece> setNotNull(QualifiedName table, Column column) {
        String name = SqlNames.write(column.name());
        String owner = SqlNames.write(table);
        String value = column.defaultValue().map(Expression::source).orElse("…");
        return List.of(
                NotNullWriter.set(table, column, names)
                        .about(column.name())
                        .hazard(Hazard.Kind.LOCKS, "the whole table is read")
                        .note(
                                "no row may hold a null in "
                                        + name
                                        + "; fill it in first, for example:",
                                "UPDATE "
                                        + owner
                                        + " SET "
                                        + name
                                        + " = "
                                        + value
                                        + " WHERE "
                                        + name
                                        + " IS NULL;"));
    }

    /** Returns what a setting is where nobody set it; versions before 16 have no word for it. */
    private static String otherwise(String setting, ColumnType type) {
        if (!setting.equals(Options.STORAGE)) {
            return setting.equals("statistics") ? "-1" : "DEFAULT";
        }
        return StorageKinds.usual(type);
    }

    private static List<Piece> settings(QualifiedName table, Column before, Column after) {
        List<Piece> pieces = new ArrayList<>();
        Options old = before.options();
        Options wanted = after.options();
        for (String key : List.of(Options.STORAGE, Options.COMPRESSION, "statistics")) {
            Optional<String> value = wanted.get(key);
            if (!value.equals(old.get(key))) {
                String otherwise = otherwise(key, after.type());
                pieces.add(
                        column(
                                table,
                                after,
                                "SET "
                                        + key.toUpperCase(java.util.Locale.ROOT)
                                        + " "
                                        + value.orElse(otherwise)));
            }
            old = old.without(key);
            wanted = wanted.without(key);
        }
        StorageOptions.changes(old, wanted)
                .forEach(action -> pieces.add(column(table, after, action)));
        return pieces;
    }
}
