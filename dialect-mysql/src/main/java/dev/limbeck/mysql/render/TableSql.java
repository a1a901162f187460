package dev.limbeck.mysql.render;

import dev.limbeck.mysql.server.ServerVersion;
import dev.limbeck.mysql.text.MySqlIdentifiers;
import dev.limbeck.schema.Check;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Persistence;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import dev.limbeck.schema.Trigger;
import dev.limbeck.schema.Unique;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes whole tables. */
final class TableSql {
    private final ServerVersion server;
    private final ColumnSql columns;

    TableSql(ServerVersion server) {
        this.server = server;
        this.columns = new ColumnSql(server);
    }

    /** Returns the statements that make a table with all that belongs to it. */
    List<String> create(Table table) {
        refuseStrangers(table);
        PartSql parts = new PartSql(table.name(), server);
        List<String> lines = new ArrayList<>();
        for (Column column : table.columns()) {
            lines.add(columns.definition(column, Optional.of(table)));
        }
        for (Class<? extends TablePart> kind :
                List.of(PrimaryKey.class, Unique.class, Index.class, ForeignKey.class)) {
            table.parts(kind).forEach(part -> lines.add(part.accept(parts)));
        }
        for (Check check : table.parts(Check.class)) {
            if (!isOwn(table, check)) {
                lines.add(check.accept(parts));
            }
        }
        StringBuilder text = new StringBuilder("CREATE TABLE ");
        text.append(MySqlIdentifiers.write(table.name()));
        text.append(" (\n  ").append(String.join(",\n  ", lines)).append("\n)");
        List<String> options = TableOptionsSql.all(table.options(), table.details().comment());
        options.forEach(option -> text.append(' ').append(option));
        table.partitioning().ifPresent(cut -> text.append('\n').append(PartitionSql.clause(cut)));
        List<String> statements = new ArrayList<>(List.of(text.toString()));
        table.parts(Trigger.class).forEach(trigger -> statements.add(trigger.accept(parts)));
        return statements;
    }

    private boolean isOwn(Table table, Check check) {
        return columns.ownCheck(table, check.name().value()).isPresent()
                && table.column(check.name().value()).isPresent();
    }

    private void refuseStrangers(Table table) {
        if (table.columns().isEmpty()) {
            throw Refusal.of(server, "table without columns: " + table.name());
        }
        if (!table.parents().isEmpty()) {
            throw Refusal.of(server, "table that inherits: " + table.name());
        }
        if (table.persistence() != Persistence.PERMANENT) {
            throw Refusal.of(server, "unlogged table: " + table.name());
        }
        if (table.rowSecurity().enabled()) {
            throw Refusal.of(server, "row security: " + table.name());
        }
    }
}
