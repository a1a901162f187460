package dev.limbeck.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.SpellingProbe;
import dev.limbeck.dialect.SpellingProbe.Answer;
import dev.limbeck.dialect.SpellingProbe.Pair;
import dev.limbeck.dialect.SpellingProbe.Use;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.tck.server.EngineSource;
import dev.limbeck.tck.server.TestDatabase;
import dev.limbeck.tck.server.TestServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;

/** What the servers say of two spellings, and that asking leaves nothing behind. */
@ParameterizedClass
@EngineSource({"mysql", "mariadb"})
class MySqlSpellingProbeTest {
    @Parameter TestServer server;

    private TestDatabase database;
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        database = server.newDatabase();
        connection = database.connection();
        execute("CREATE TABLE item (id int PRIMARY KEY, name varchar(20), n int)");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        database.close();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> tables() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SELECT GROUP_CONCAT(table_name) FROM information_schema.tables"
                                        + " WHERE table_schema = DATABASE()")) {
            row.next();
            return List.of(row.getString(1));
        }
    }

    private Answer ask(Use use, boolean ofTable, String type, String before, String after)
            throws SQLException {
        Pair pair =
                new Pair(
                        use,
                        Optional.of(QualifiedName.of("item")).filter(name -> ofTable),
                        Optional.of(type).filter(text -> !text.isEmpty()).map(ColumnType::of),
                        before,
                        after,
                        List.of(),
                        List.of(),
                        Optional.empty());
        SpellingProbe probe = new MySqlSpellingProbe(connection);
        assertThat(probe.unavailable()).isEmpty();
        List<Answer> answers = probe.ask(List.of(pair));
        assertThat(tables()).containsExactly("item");
        return answers.get(0);
    }

    @Test
    void conditionsThatTheServerKeepsAlike() throws SQLException {
        assertThat(ask(Use.CONDITION, true, "", "n > 1 AND name = 'x'", "(`n`>1)&&(name='x')"))
                .isEqualTo(Answer.of(true));
        assertThat(ask(Use.CONDITION, true, "", "n > 1", "n > 2")).isEqualTo(Answer.of(false));
    }

    @Test
    void computedValuesThatTheServerKeepsAlike() throws SQLException {
        assertThat(ask(Use.VALUE, true, "int", "n MOD 3", "n % 3")).isEqualTo(Answer.of(true));
        assertThat(ask(Use.VALUE, true, "", "upper(name)", "lower(name)"))
                .isEqualTo(Answer.of(false));
    }

    @Test
    void defaultsThatTheServerKeepsAlike() throws SQLException {
        assertThat(ask(Use.VALUE, false, "bigint", "1+2", "( 1 + 2 )")).isEqualTo(Answer.of(true));
    }

    @Test
    void whatIsNotValidIsAnotherText() throws SQLException {
        Answer answer = ask(Use.CONDITION, true, "", "n > 1", "nowhere > 1");
        assertThat(answer.same()).isFalse();
        assertThat(answer.refusal()).get().asString().contains("nowhere");
    }

    @Test
    void aboutQueriesNobodyIsAsked() throws SQLException {
        Answer answer = ask(Use.QUERY, false, "", "SELECT 1", "SELECT  1");
        assertThat(answer.same()).isFalse();
        assertThat(answer.refusal()).isPresent();
    }
}
