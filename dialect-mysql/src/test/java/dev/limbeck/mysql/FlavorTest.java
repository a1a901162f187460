package dev.limbeck.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.limbeck.ComparisonRequest;
import dev.limbeck.Limbeck;
import dev.limbeck.autogenerate.Side;
import dev.limbeck.dialect.DatabaseProduct;
import dev.limbeck.error.ConfigException;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.mysql.server.Flavor;
import dev.limbeck.mysql.server.ServerVersion;
import dev.limbeck.tck.TemporaryProject;
import dev.limbeck.tck.server.EngineSource;
import dev.limbeck.tck.server.TestDatabase;
import dev.limbeck.tck.server.TestServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;

/** The two flavors share a dialect and are different databases all the same. */
@ParameterizedClass
@EngineSource({"mysql", "mariadb"})
class FlavorTest {
    @Parameter TestServer server;
    @TempDir Path folder;

    private ComparisonRequest through(String name) {
        return ComparisonRequest.of(new Side.Database(), new Side.Empty())
                .through(Optional.of(name));
    }

    @Test
    void theNameOfTheOtherFlavorIsRefused() throws SQLException {
        try (TestDatabase database = server.newDatabase();
                Connection connection = database.connection();
                Limbeck limbeck = new TemporaryProject(folder).on(database)) {
            Flavor own = ServerVersion.of(DatabaseProduct.of(connection)).flavor();
            Flavor other = own == Flavor.MYSQL ? Flavor.MARIADB : Flavor.MYSQL;
            ConfigException refusal =
                    catchThrowableOfType(
                            ConfigException.class, () -> limbeck.compare(through(other.id())));
            assertThat(refusal.code()).isEqualTo(ErrorCode.SIDES_OF_TWO_DIALECTS);
            assertThat(refusal).hasMessageContaining("speaks " + own.id() + ", not " + other.id());
            assertThat(limbeck.compare(through(own.id())).changes()).isEmpty();
        }
    }
}
