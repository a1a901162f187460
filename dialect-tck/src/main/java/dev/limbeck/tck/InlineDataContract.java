package dev.limbeck.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.limbeck.dialect.Capability;
import dev.limbeck.dialect.InlineDataLoader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** Data inside scripts goes through the driver, a piece at a time. */
public abstract class InlineDataContract extends LiveContract {
    private boolean capable;

    @BeforeEach
    final void askCapability() throws SQLException {
        capable = can(Capability.INLINE_COPY_DATA);
    }

    @Test
    void thereIsALoaderExactlyWhereTheCapabilityIsDeclared() {
        assertThat(dialect().inlineDataLoader().isPresent()).isEqualTo(capable);
    }

    @Test
    void loadsRowsAndCountsThem() throws Exception {
        assertThat(load(new StringReader("1\tgröße 表😀\n2\tit's\n3\t\\N\n"))).isEqualTo(3);
        assertThat(query(connection(), "SELECT name FROM item WHERE id = 1"))
                .isEqualTo("größe 表😀");
        assertThat(query(connection(), "SELECT count(*) FROM item WHERE name IS NULL"))
                .isEqualTo("1");
    }

    @Test
    void loadsNothingFromNothing() throws Exception {
        assertThat(load(new StringReader(""))).isZero();
    }

    @Test
    void readsAsItSends() throws Exception {
        assertThat(load(new Rows(300_000))).isEqualTo(300_000);
        assertThat(query(connection(), "SELECT count(*) FROM item")).isEqualTo("300000");
    }

    @Test
    void takesPartInATransaction() throws Exception {
        loader();
        connection().setAutoCommit(false);
        load(new StringReader("1\tone\n"));
        connection().rollback();
        connection().setAutoCommit(true);
        assertThat(query(connection(), "SELECT count(*) FROM item")).isEqualTo("0");
    }

    @Test
    void namesTheLineOfBadData() {
        var data = new StringReader("1\tone\n2\ttwo\nthree\tthree\n");
        InlineDataLoader loader = loader();
        String statement = subject().inlineDataStatement();
        SQLException error =
                catchThrowableOfType(
                        SQLException.class, () -> loader.load(connection(), statement, data));
        assertThat(dialect().describe(error, statement).place().dataLine()).hasValue(3);
    }

    @Test
    void leavesTheConnectionUsableWhenTheReaderFails() throws Exception {
        InlineDataLoader loader = loader();
        String statement = subject().inlineDataStatement();
        var broken =
                new Reader() {
                    @Override
                    public int read(char[] buffer, int offset, int length) throws IOException {
                        throw new IOException("the file ended early");
                    }

                    @Override
                    public void close() {}
                };
        IOException error =
                catchThrowableOfType(
                        IOException.class, () -> loader.load(connection(), statement, broken));
        assertThat(error).hasMessage("the file ended early");
        assertThat(query(connection(), "SELECT count(*) FROM item")).isEqualTo("0");
    }

    private long load(Reader data) throws SQLException, IOException {
        return loader().load(connection(), subject().inlineDataStatement(), data);
    }

    private InlineDataLoader loader() {
        return dialect()
                .inlineDataLoader()
                .orElseThrow(() -> new TestAbortedException("the capability is absent"));
    }

    /** Rows made as they are read. */
    private static final class Rows extends Reader {
        private final int count;
        private int made;
        private String row = "";

        Rows(int count) {
            this.count = count;
        }

        @Override
        public int read(char[] buffer, int offset, int length) {
            if (row.isEmpty()) {
                if (made == count) {
                    return -1;
                }
                made++;
                row = made + "\trow " + made + "\n";
            }
            int taken = Math.min(length, row.length());
            row.getChars(0, taken, buffer, offset);
            row = row.substring(taken);
            return taken;
        }

        @Override
        public void close() {}
    }
}
