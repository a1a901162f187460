package dev.limbeck.h2;

import dev.limbeck.tck.DatabaseUnderTest;
import dev.limbeck.tck.LockContract;
import dev.limbeck.tck.server.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class H2FileLockTest extends LockContract {
    @TempDir Path folder;

    @Override
    protected DatabaseUnderTest subject() {
        return new H2UnderTest(
                () -> new TestDatabase("jdbc:h2:file:" + folder.resolve("db"), "sa", "", () -> {}));
    }
}
