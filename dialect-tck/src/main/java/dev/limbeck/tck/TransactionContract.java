package dev.limbeck.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.dialect.Capability;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** DDL rolls back exactly where the dialect says so, and what can't is known before it runs. */
public abstract class TransactionContract extends LiveContract {
    @Test
    void ddlRollsBackExactlyWhereTheCapabilityIsDeclared() throws SQLException {
        connection().setAutoCommit(false);
        execute(connection(), "CREATE TABLE made (id integer)");
        connection().rollback();
        connection().setAutoCommit(true);
        if (can(Capability.TRANSACTIONAL_DDL)) {
            execute(connection(), "CREATE TABLE made (id integer)");
        } else {
            execute(connection(), "INSERT INTO made (id) VALUES (1)");
        }
    }

    @Test
    void rowsAndDdlOfOneTransactionRollBackTogether() throws SQLException {
        connection().setAutoCommit(false);
        execute(
                connection(),
                "INSERT INTO item (id) VALUES (1)",
                "CREATE TABLE made (id integer)",
                "INSERT INTO item (id) VALUES (2)");
        connection().rollback();
        String expected = can(Capability.TRANSACTIONAL_DDL) ? "0" : "1";
        assertThat(query(connection(), "SELECT count(*) FROM item")).isEqualTo(expected);
        connection().rollback();
    }

    @Test
    void ordinaryStatementsAreNotRefused() throws SQLException {
        for (String statement :
                List.of(
                        "CREATE TABLE made (id integer PRIMARY KEY)",
                        "ALTER TABLE item ADD COLUMN more integer",
                        "CREATE INDEX item_name ON item (name)",
                        "INSERT INTO item (id, name) VALUES (1, 'begin; commit')",
                        subject().dropIndex("item_name", "item"),
                        "DROP TABLE made")) {
            assertThat(refusal(statement)).as(statement).isEmpty();
        }
    }

    @Test
    void whatNeverRunsInATransactionIsRefusedBeforeItRuns() throws SQLException {
        for (String statement : subject().outsideTransactions()) {
            assertThat(refusal(statement)).as(statement).isPresent();
            connection().setAutoCommit(false);
            assertThatThrownBy(() -> execute(connection(), statement))
                    .as(statement)
                    .isInstanceOf(SQLException.class);
            connection().rollback();
            connection().setAutoCommit(true);
            execute(connection(), statement);
        }
    }
}
