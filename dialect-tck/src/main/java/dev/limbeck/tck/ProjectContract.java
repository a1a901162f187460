package dev.limbeck.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.limbeck.Limbeck;
import dev.limbeck.MovementRequest;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.LimbeckException;
import dev.limbeck.ledger.HistoryEvent;
import dev.limbeck.report.MovementReport;
import dev.limbeck.report.StatusReport;
import dev.limbeck.revision.RevisionId;
import java.nio.file.Path;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What is asked of a project whose revisions run on the database. */
public abstract class ProjectContract extends LiveContract {
    @TempDir Path folder;
    TemporaryProject project;

    @BeforeEach
    final void makeProject() {
        project = new TemporaryProject(folder);
    }

    /** Writes a line of three revisions, each with a table, an index or a row. */
    TemporaryProject threeRevisions() {
        return project.revision(
                        "aaa1",
                        "",
                        "CREATE TABLE account (id integer PRIMARY KEY, name varchar(50));\n",
                        "DROP TABLE account;\n")
                .revision(
                        "bbb2",
                        "aaa1",
                        "CREATE TABLE orders (id integer PRIMARY KEY);\n"
                                + "CREATE INDEX account_name ON account (name);\n"
                                + "INSERT INTO account VALUES (1, 'größe; 😀');\n",
                        "DELETE FROM account;\n"
                                + subject().dropIndex("account_name", "account")
                                + ";\nDROP TABLE orders;\n")
                .revision(
                        "ccc3",
                        "bbb2",
                        "ALTER TABLE account ADD COLUMN email varchar(50);\n",
                        "ALTER TABLE account DROP COLUMN email;\n");
    }

    MovementReport upgrade(String target) {
        try (Limbeck limbeck = project.on(database())) {
            return limbeck.upgrade(MovementRequest.to(target));
        }
    }

    MovementReport downgrade(String target) {
        try (Limbeck limbeck = project.on(database())) {
            return limbeck.downgrade(MovementRequest.to(target));
        }
    }

    MovementReport stamp(String... targets) {
        try (Limbeck limbeck = project.on(database())) {
            return limbeck.stamp(List.of(targets));
        }
    }

    List<String> rows() {
        try (Limbeck limbeck = project.on(database())) {
            return limbeck.rows().ids().stream().map(RevisionId::value).toList();
        }
    }

    List<HistoryEvent> events() {
        try (Limbeck limbeck = project.on(database())) {
            return limbeck.events();
        }
    }

    StatusReport status() {
        try (Limbeck limbeck = project.on(database())) {
            return limbeck.status();
        }
    }

    LimbeckException refused(ErrorCode code, ThrowingCallable action) {
        LimbeckException e = catchThrowableOfType(LimbeckException.class, action);
        assertThat(e).as("refusal with " + code).isNotNull();
        assertThat(e.code()).as(e.getMessage()).isEqualTo(code);
        return e;
    }

    /** Returns tables, columns and indexes, the ledger's and the dialect's own left out. */
    String catalog() throws SQLException {
        DatabaseMetaData metaData = connection().getMetaData();
        var lines = new TreeSet<String>();
        var tables = new ArrayList<String>();
        try (ResultSet found =
                metaData.getTables(
                        connection().getCatalog(),
                        connection().getSchema(),
                        "%",
                        new String[] {"TABLE"})) {
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME"));
            }
        }
        tables.removeIf(
                name ->
                        name.toLowerCase(Locale.ROOT).startsWith("limbeck_")
                                || dialect().ownTables().stream().anyMatch(name::equalsIgnoreCase));
        for (String table : tables) {
            lines.add(table);
            try (ResultSet column =
                    metaData.getColumns(
                            connection().getCatalog(), connection().getSchema(), table, "%")) {
                while (column.next()) {
                    lines.add(
                            table
                                    + "."
                                    + column.getString("COLUMN_NAME")
                                    + " "
                                    + column.getString("TYPE_NAME")
                                    + " "
                                    + column.getString("IS_NULLABLE"));
                }
            }
            try (ResultSet index =
                    metaData.getIndexInfo(
                            connection().getCatalog(),
                            connection().getSchema(),
                            table,
                            false,
                            true)) {
                while (index.next()) {
                    lines.add(
                            table
                                    + " "
                                    + (index.getBoolean("NON_UNIQUE") ? "index " : "unique ")
                                    + index.getString("COLUMN_NAME"));
                }
            }
        }
        return String.join("\n", lines);
    }

    boolean has(String table) throws SQLException {
        return catalog().lines().anyMatch(line -> line.equalsIgnoreCase(table));
    }
}
