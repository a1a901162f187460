package dev.limbeck.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.DatabaseProduct;
import dev.limbeck.dialect.Dialects;
import dev.limbeck.tck.server.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** A dialect is found by its name, by its URLs and by the server that answers. */
public abstract class RegistrationContract {
    /** Returns what is tested; called for each test. */
    protected abstract DatabaseUnderTest subject();

    @Test
    void isFoundByEachOfItsNames() {
        var dialect = subject().dialect();
        assertThat(dialect.names()).contains(dialect.id()).doesNotHaveDuplicates();
        assertThat(dialect.names()).allMatch(name -> name.matches("[a-z][a-z0-9]*"));
        assertThat(dialect.names())
                .allSatisfy(
                        name ->
                                assertThat(Dialects.installed().byName(name))
                                        .hasSameClassAs(dialect));
    }

    @Test
    void isFoundByUrl() throws SQLException {
        var dialect = subject().dialect();
        assertThat(Dialects.installed().byUrl(dialect.exampleUrl())).hasSameClassAs(dialect);
        try (TestDatabase database = subject().newDatabase()) {
            assertThat(Dialects.installed().byUrl(database.url())).hasSameClassAs(dialect);
        }
    }

    @Test
    void isFoundByProduct() throws SQLException {
        var dialect = subject().dialect();
        try (TestDatabase database = subject().newDatabase();
                Connection connection = database.connection()) {
            DatabaseProduct product = DatabaseProduct.of(connection);
            assertThat(Dialects.installed().byProduct(product)).hasSameClassAs(dialect);
            assertThat(dialect.variants(product)).isNotEmpty().isSubsetOf(dialect.names());
        }
    }

    @Test
    void leavesOtherDatabasesAlone() {
        var dialect = subject().dialect();
        assertThat(dialect.acceptsUrl("jdbc:nosuchdatabase:host/db")).isFalse();
        assertThat(dialect.accepts(new DatabaseProduct("NoSuchDatabase", "1.0", 1, 0))).isFalse();
    }
}
