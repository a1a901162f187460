package dev.limbeck.autogenerate;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Identifiers;
import dev.limbeck.dialect.RenderedStatement;
import dev.limbeck.dialect.SqlRenderer;
import dev.limbeck.diff.ColumnChange;
import dev.limbeck.diff.SchemaChange;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a person has to write where a column of a table with rows comes to hold no nulls: the value
 * is theirs to choose, so it is offered as a comment.
 */
final class Backfill {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final Dialect dialect;
    private final SqlRenderer renderer;

    Backfill(SchemaDialect dialect) {
        this.dialect = dialect.dialect();
        this.renderer = dialect.support().renderer();
    }

    /** Returns the SQL that is offered, a text a column. */
    List<String> of(List<SchemaChange> changes) {
        List<String> offered = new ArrayList<>();
        for (SchemaChange change : changes) {
            if (change instanceof ColumnChange.Add add && refusesRows(add.column())) {
                offered.add(inSteps(add));
            } else if (change instanceof ColumnChange.Alter alter
                    && alter.before().nullable()
                    && !alter.after().nullable()) {
                offered.add(update(alter.table(), alter.after()));
            }
        }
        return offered;
    }

    private static boolean refusesRows(Column column) {
        return !column.nullable()
                && column.defaultValue().isEmpty()
                && column.identity().isEmpty()
                && column.generated().isEmpty();
    }

    private String inSteps(ColumnChange.Add add) {
        Column nullable = add.column().withNotNull(Optional.empty());
        List<String> steps = new ArrayList<>();
        steps.addAll(sql(new ColumnChange.Add(add.table(), nullable, add.position(), add.owned())));
        steps.add(update(add.table(), nullable));
        steps.addAll(sql(new ColumnChange.Alter(add.table(), nullable, add.column())));
        return String.join("\n", steps);
    }

    private List<String> sql(SchemaChange change) {
        return renderer.render(List.of(change)).stream()
                .map(RenderedStatement::sql)
                .map(text -> text + ";")
                .toList();
    }

    private String update(QualifiedName table, Column column) {
        String schema = table.inDefaultSchema() ? "" : name(table.schema()) + ".";
        String name = name(column.name());
        return "UPDATE "
                + schema
                + name(table.name())
                + " SET "
                + name
                + " = … WHERE "
                + name
                + " IS NULL;";
    }

    /** Quotes a name only where it means another without; small letters where they mean it. */
    private String name(String name) {
        Identifiers identifiers = dialect.identifiers();
        String small = name.toLowerCase(Locale.ROOT);
        boolean plain =
                PLAIN.matcher(name).matches()
                        && identifiers.fold(small).equals(name)
                        && !dialect.syntax().reserved().contains(name.toUpperCase(Locale.ROOT));
        return plain ? small : identifiers.quote(name);
    }
}
