package dev.limbeck.h2;

import dev.limbeck.tck.DatabaseUnderTest;
import dev.limbeck.tck.LockContract;
import dev.limbeck.tck.server.TestDatabase;
import java.nio.file.Path;
import org.h2.tools.Server;
import org.junit.jupiter.api.io.TempDir;

class H2ServerLockTest extends LockContract {
    @TempDir Path folder;

    @Override
    protected DatabaseUnderTest subject() {
        return new H2UnderTest(
                () -> {
                    Server server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
                    String url = "jdbc:h2:tcp://localhost:" + server.getPort() + "/";
                    return new TestDatabase(url + folder.resolve("db"), "sa", "", server::stop);
                });
    }
}
