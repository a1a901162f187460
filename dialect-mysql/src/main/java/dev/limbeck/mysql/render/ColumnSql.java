package dev.limbeck.mysql.render;

import dev.limbeck.diff.ColumnPosition;
import dev.limbeck.mysql.server.ServerVersion;
import dev.limbeck.mysql.text.DefaultText;
import dev.limbeck.mysql.text.MySqlIdentifiers;
import dev.limbeck.mysql.text.MySqlLiterals;
import dev.limbeck.mysql.type.Collations;
import dev.limbeck.mysql.type.MySqlTypes;
import dev.limbeck.schema.Check;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.Generated;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.PartKind;
import dev.limbeck.schema.Table;
import java.util.Optional;

/** Writes whole definitions of columns: a {@code MODIFY} that leaves something out drops it. */
final class ColumnSql {
    /** The reference system of a spatial column. */
    static final String SRID = "srid";

    private final ServerVersion server;

    ColumnSql(ServerVersion server) {
        this.server = server;
    }

    /**
     * Returns a column as it stands in a {@code CREATE TABLE}.
     *
     * @param table the table it belongs to, as far as it is known
     */
    String definition(Column column, Optional<Table> table) {
        StringBuilder text = new StringBuilder(MySqlIdentifiers.write(column.name()));
        text.append(' ').append(MySqlTypes.render(column.type()));
        column.collation()
                .ifPresent(
                        named ->
                                text.append(" CHARACTER SET ")
                                        .append(Collations.charsetOf(named.name()))
                                        .append(" COLLATE ")
                                        .append(named.name()));
        column.generated().ifPresent(computed -> text.append(computed(computed)));
        text.append(nullability(column));
        column.options().get(SRID).ifPresent(id -> text.append(" SRID ").append(id));
        column.defaultValue()
                .ifPresent(value -> text.append(" DEFAULT ").append(value(column, value)));
        column.options()
                .get(Options.ON_UPDATE)
                .ifPresent(value -> text.append(" ON UPDATE ").append(value));
        boolean counts = column.identity().isPresent();
        if (counts && table.map(known -> leadsKey(known, column.name())).orElse(true)) {
            text.append(" AUTO_INCREMENT");
        }
        if (column.options().has(Options.INVISIBLE)) {
            text.append(" INVISIBLE");
        }
        column.comment()
                .ifPresent(note -> text.append(" COMMENT ").append(MySqlLiterals.string(note)));
        table.flatMap(known -> ownCheck(known, column.name()))
                .ifPresent(
                        check ->
                                text.append(" CHECK (")
                                        .append(check.predicate().source())
                                        .append(')'));
        return text.toString();
    }

    /** Returns whether a column leads a key, without which the server doesn't number it. */
    static boolean leadsKey(Table table, String column) {
        boolean primary =
                table.primaryKey()
                        .filter(key -> key.key().columns().get(0).equals(column))
                        .isPresent();
        return primary
                || table.parts(Index.class).stream()
                        .anyMatch(
                                index ->
                                        index.parts()
                                                .get(0)
                                                .column()
                                                .filter(column::equals)
                                                .isPresent());
    }

    /**
     * Returns the check that is part of a column's definition: MariaDB keeps one there, under the
     * column's name.
     */
    Optional<Check> ownCheck(Table table, String column) {
        return server.isMariaDb()
                ? table.part(PartKind.CONSTRAINT, column)
                        .filter(Check.class::isInstance)
                        .map(Check.class::cast)
                : Optional.empty();
    }

    /** A moment that may be absent has to say so where servers once presumed otherwise. */
    private String nullability(Column column) {
        if (!column.nullable()) {
            boolean refused = server.isMariaDb() && column.generated().isPresent();
            return refused ? "" : " NOT NULL";
        }
        boolean presumed = column.type().name().name().equals("timestamp");
        return presumed && column.generated().isEmpty() ? " NULL" : "";
    }

    private String value(Column column, Expression value) {
        String text = value.source();
        boolean constant =
                DefaultText.isConstant(text)
                        && (server.isMariaDb() || !MySqlTypes.hasNoConstantDefault(column.type()));
        boolean moment = MySqlTypes.isMoment(column.type()) && DefaultText.isNow(text);
        return constant || moment ? text : "(" + text + ")";
    }

    private static String computed(Generated computed) {
        return " GENERATED ALWAYS AS ("
                + computed.expression().source()
                + ") "
                + computed.storage();
    }

    /** Returns where a new column stands, with a blank before it; nothing where it comes last. */
    static String position(Optional<ColumnPosition> position) {
        return position.map(
                        place ->
                                place.after()
                                        .map(name -> " AFTER " + MySqlIdentifiers.write(name))
                                        .orElse(" FIRST"))
                .orElse("");
    }
}
