package dev.limbeck.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.limbeck.Limbeck;
import dev.limbeck.MovementRequest;
import dev.limbeck.error.StatementFailedException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A failure that is about a name says which was probably meant, and which there are. */
public abstract class AdviceContract extends LiveContract {
    @TempDir Path folder;

    private String hint(String script) throws SQLException {
        SQLException unknown = failure(connection(), "SELECT nmae FROM item");
        assumeTrue(
                dialect().missingName(unknown).isPresent(),
                "the dialect does not tell which name is missing");
        try (Limbeck limbeck = new TemporaryProject(folder).up("rev1", "", script).on(database())) {
            StatementFailedException failure =
                    catchThrowableOfType(
                            StatementFailedException.class,
                            () -> limbeck.upgrade(MovementRequest.to("head")));
            return failure.hint().orElse("").toLowerCase(Locale.ROOT);
        }
    }

    @Test
    void columnsOfATableThatTheScriptItselfMade() throws SQLException {
        String hint =
                hint(
                        "CREATE TABLE fresh (id integer, email varchar(10));\n"
                                + "CREATE INDEX fresh_email ON fresh (emial);\n");
        assertThat(hint).contains("did you mean 'email'? fresh has: id, email");
    }

    @Test
    void columnsOfATableThatIsThere() throws SQLException {
        assertThat(hint("UPDATE item SET somethingelse = 'x';\n")).contains("item has: id, name");
    }

    @Test
    void theTableThatWasMeant() throws SQLException {
        assertThat(hint("INSERT INTO itme (id) VALUES (1);\n")).contains("did you mean 'item'?");
    }
}
