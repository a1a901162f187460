package dev.limbeck.h2.render;

import dev.limbeck.diff.ColumnPosition;
import dev.limbeck.h2.text.H2Names;
import dev.limbeck.h2.type.H2Types;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.Generated;
import dev.limbeck.schema.Identity;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes columns. */
final class ColumnSql {
    private ColumnSql() {}

    /** Returns a column as it stands in a {@code CREATE TABLE}. */
    static String definition(Column column) {
        StringBuilder text = new StringBuilder(H2Names.write(column.name()));
        text.append(' ').append(H2Types.render(column.type()));
        if (column.options().has(Options.INVISIBLE)) {
            text.append(" INVISIBLE");
        }
        column.defaultValue().ifPresent(value -> text.append(" DEFAULT ").append(value(value)));
        column.identity().ifPresent(identity -> text.append(' ').append(numbered(identity)));
        column.generated().ifPresent(computed -> text.append(' ').append(computed(computed)));
        column.options()
                .get(Options.ON_UPDATE)
                .ifPresent(value -> text.append(" ON UPDATE ").append(value));
        if (isDefaultOnNull(column)) {
            text.append(" DEFAULT ON NULL");
        }
        if (!column.nullable()) {
            text.append(" NOT NULL");
        }
        return text.toString();
    }

    private static boolean isDefaultOnNull(Column column) {
        return column.options().has(Options.DEFAULT_ON_NULL)
                || column.identity()
                        .filter(
                                identity ->
                                        identity.generation()
                                                == Identity.Generation.BY_DEFAULT_ON_NULL)
                        .isPresent();
    }

    /** Returns a default; a query needs its parentheses back. */
    private static String value(Expression value) {
        String text = value.source();
        return H2ViewTexts.isQuery(text) && !text.startsWith("(") ? "(" + text + ")" : text;
    }

    private static String computed(Generated computed) {
        return "GENERATED ALWAYS AS (" + computed.expression().source() + ")";
    }

    private static String numbered(Identity identity) {
        List<String> options = SequenceSql.options(identity.sequence());
        return "GENERATED "
                + generation(identity)
                + " AS IDENTITY"
                + (options.isEmpty() ? "" : " (" + String.join(" ", options) + ")");
    }

    private static String generation(Identity identity) {
        return identity.generation() == Identity.Generation.ALWAYS ? "ALWAYS" : "BY DEFAULT";
    }

    /** Returns where a new column stands, with a blank before it; nothing where it comes last. */
    static String position(Optional<ColumnPosition> position) {
        return position.map(
                        place ->
                                place.after()
                                        .map(name -> " AFTER " + H2Names.write(name))
                                        .orElse(" FIRST"))
                .orElse("");
    }

    /** The statements that make one column out of another. */
    static final class Alteration {
        private final Column before;
        private final Column after;
        private final Optional<Expression> conversion;
        private final String alter;
        private final List<String> statements = new ArrayList<>();

        Alteration(
                QualifiedName table, Column before, Column after, Optional<Expression> conversion) {
            this.before = before;
            this.after = after;
            this.conversion = conversion;
            this.alter =
                    "ALTER TABLE "
                            + H2Names.write(table)
                            + " ALTER COLUMN "
                            + H2Names.write(before.name());
        }

        private void add(String action) {
            statements.add(alter + " " + action);
        }

        /** Returns the statements in order. */
        List<String> statements() {
            boolean recomputed =
                    after.generated().isPresent() && !before.generated().equals(after.generated());
            dropOld();
            if (recomputed) {
                statements.add(whole());
                alterVisibility();
                return statements;
            }
            if (before.generated().isPresent() && after.generated().isEmpty()) {
                add("DROP EXPRESSION");
            }
            if (!before.type().equals(after.type())) {
                add(
                        "SET DATA TYPE "
                                + H2Types.render(after.type())
                                + conversion.map(text -> " USING " + text.source()).orElse(""));
            }
            alterIdentity();
            alterDefault();
            alterVisibility();
            if (before.nullable() && !after.nullable()) {
                add("SET NOT NULL");
            } else if (!before.nullable() && after.nullable()) {
                add("DROP NOT NULL");
            }
            return statements;
        }

        private String whole() {
            return alter + definition(after).substring(H2Names.write(after.name()).length());
        }

        /** Takes away what the new definition could clash with. */
        private void dropOld() {
            if (before.identity().isPresent() && after.identity().isEmpty()) {
                add("DROP IDENTITY");
            }
            boolean clash =
                    after.identity().isPresent()
                            || after.generated().isPresent()
                            || !before.type().equals(after.type());
            boolean changed = !before.defaultValue().equals(after.defaultValue());
            if (before.defaultValue().isPresent()
                    && changed
                    && (after.defaultValue().isEmpty() || clash)) {
                add("DROP DEFAULT");
            }
        }

        private void alterDefault() {
            if (!before.defaultValue().equals(after.defaultValue())) {
                after.defaultValue().ifPresent(text -> add("SET DEFAULT " + value(text)));
            }
            Optional<String> old = before.options().get(Options.ON_UPDATE);
            Optional<String> now = after.options().get(Options.ON_UPDATE);
            if (!old.equals(now)) {
                add(now.map(text -> "SET ON UPDATE " + text).orElse("DROP ON UPDATE"));
            }
            if (isDefaultOnNull(before) != isDefaultOnNull(after)) {
                add((isDefaultOnNull(after) ? "SET" : "DROP") + " DEFAULT ON NULL");
            }
        }

        private void alterVisibility() {
            boolean hidden = after.options().has(Options.INVISIBLE);
            if (before.options().has(Options.INVISIBLE) != hidden) {
                add("SET " + (hidden ? "INVISIBLE" : "VISIBLE"));
            }
        }

        private void alterIdentity() {
            if (after.identity().isEmpty()) {
                return;
            }
            Identity now = after.identity().get();
            if (before.identity().isEmpty()) {
                List<String> options = SequenceSql.identityOptions(now.sequence());
                String more = options.isEmpty() ? "" : " " + String.join(" ", options);
                add("SET GENERATED " + generation(now) + more);
                return;
            }
            Identity old = before.identity().get();
            List<String> actions = new ArrayList<>();
            if (!generation(old).equals(generation(now))) {
                actions.add("SET GENERATED " + generation(now));
            }
            boolean retyped = !before.type().equals(after.type());
            actions.addAll(
                    SequenceSql.identityAlteration(
                            new SequenceSql.Counted(before.type(), old.sequence()),
                            new SequenceSql.Counted(after.type(), now.sequence()),
                            retyped));
            if (!actions.isEmpty()) {
                add(String.join(" ", actions));
            }
        }
    }
}
