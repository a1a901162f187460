package dev.limbeck.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.RenderedStatement;
import dev.limbeck.error.Diagnostic;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelfCheckTest {
    private static final String BEFORE = "CREATE TABLE t (id integer, old varchar(5));";
    private static final String AFTER =
            "CREATE TABLE t (id integer, name varchar(9)); CREATE VIEW v AS SELECT name FROM t;";

    @TempDir Path folder;

    private List<String> findings(UnaryOperator<String> up, UnaryOperator<String> down)
            throws IOException {
        Comparison comparison = H2Sql.comparison(folder, BEFORE, AFTER);
        List<RevisionScript> changed =
                comparison.scripts().stream()
                        .map(
                                script ->
                                        new RevisionScript(
                                                script.changes(),
                                                rewritten(script.up(), up),
                                                rewritten(script.down(), down),
                                                script.upCommits()))
                        .toList();
        return comparison.check(changed).stream().map(Diagnostic::message).toList();
    }

    private static List<RenderedStatement> rewritten(
            List<RenderedStatement> statements, UnaryOperator<String> change) {
        return statements.stream()
                .map(
                        statement ->
                                new RenderedStatement(
                                        change.apply(statement.sql()),
                                        statement.changes(),
                                        statement.hazards(),
                                        statement.notes()))
                .toList();
    }

    @Test
    void whatIsWrittenRightIsProvedInSilence() throws IOException {
        assertThat(findings(sql -> sql, sql -> sql)).isEmpty();
    }

    @Test
    void anUpScriptThatDoesSomethingElseIsNamedWithWhatIsLeftToDo() throws IOException {
        assertThat(findings(sql -> sql.replace("varchar(9)", "varchar(8)"), sql -> sql))
                .containsExactly(
                        "read back without a database, the up script does not lead to the desired"
                                + " schema; still to do: alter column T.NAME: type varchar(8) to"
                                + " varchar(9)");
    }

    @Test
    void aDownScriptThatForgetsSomethingIsNamed() throws IOException {
        assertThat(findings(sql -> sql, sql -> sql.replace("old varchar(5)", "old varchar(6)")))
                .singleElement()
                .asString()
                .startsWith(
                        "read back without a database, the down script does not lead to the schema"
                                + " that was there before; still to do: alter column T.OLD");
    }

    @Test
    void whatCantBeReadIsNotCalledProved() throws IOException {
        assertThat(
                        findings(
                                sql ->
                                        sql.startsWith("CREATE VIEW")
                                                ? "EXECUTE IMMEDIATE 'CREATE VIEW v AS SELECT name"
                                                        + " FROM t'"
                                                : sql,
                                sql -> sql))
                .anySatisfy(
                        message ->
                                assertThat(message)
                                        .startsWith(
                                                "it is not proved that the up script leads to the"
                                                        + " desired schema"));
    }
}
