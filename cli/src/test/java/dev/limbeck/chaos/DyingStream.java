package dev.limbeck.chaos;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/**
 * What a command says, until the process kills itself some time after a line it waits for, without
 * any clean-up.
 */
final class DyingStream extends FilterOutputStream {
    private static final Pattern STATEMENT = Pattern.compile("\\d+/\\d+ {2}.*");

    /** What a shell says of a process that was killed. */
    private static final int KILLED = 137;

    private final StringBuilder line = new StringBuilder();
    private final int micros;
    private int left;

    private DyingStream(OutputStream out, int statements, int micros) {
        super(out);
        this.left = statements;
        this.micros = micros;
    }

    static PrintStream over(OutputStream out, int statements, int micros) {
        return new PrintStream(
                new DyingStream(out, statements, micros), true, StandardCharsets.UTF_8);
    }

    @Override
    public void write(int octet) throws IOException {
        super.write(octet);
        if (octet == '\n') {
            if (STATEMENT.matcher(line).matches() && --left == 0) {
                new Thread(this::die, "death").start();
            }
            line.setLength(0);
        } else {
            line.append((char) octet);
        }
    }

    private void die() {
        LockSupport.parkNanos(micros * 1_000L);
        // No hook runs and nothing is flushed: what kill -9 leaves, at the very moment.
        Runtime.getRuntime().halt(KILLED);
    }
}
