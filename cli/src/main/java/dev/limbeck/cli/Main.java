package dev.limbeck.cli;

import dev.limbeck.cli.command.ExitCode;
import dev.limbeck.cli.print.Terminal;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** The program. */
public final class Main {
    /** How long a run may take to stop by itself. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Main() {}

    /** Runs a command line and ends the process with its exit code. */
    public static void main(String[] arguments) {
        Drivers.install();
        Terminal terminal =
                new Terminal(
                        System.in,
                        stream(FileDescriptor.out),
                        stream(FileDescriptor.err),
                        System.getenv(),
                        Path.of("").toAbsolutePath(),
                        interactiveStreams());
        Invocation invocation = new Invocation(terminal, List.of(arguments));
        AtomicBoolean ended = new AtomicBoolean();
        AtomicBoolean asked = new AtomicBoolean();
        Signals.listen(() -> interrupt(invocation, terminal, asked));
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> endAsInterrupted(ended, terminal), "limbeck-end"));
        ExitCode code;
        try {
            code = invocation.run();
        } finally {
            // Whatever is thrown from here is a fault of the program and no signal.
            terminal.out().flush();
            terminal.err().flush();
            ended.set(true);
        }
        System.exit(code.number());
    }

    /**
     * At the first signal what runs is asked to stop: its statement is cancelled, the work rolled
     * back or journaled, the lock given back. Where that takes too long, or at a second signal, the
     * process ends at once; what it leaves is what the next run can go on from.
     */
    private static void interrupt(
            Invocation invocation, Terminal terminal, AtomicBoolean askedBefore) {
        if (askedBefore.getAndSet(true) || !invocation.cancel()) {
            halt(terminal, "limbeck: interrupted; 'limbeck status' shows where it stopped");
            return;
        }
        terminal.err().println();
        terminal.err().println("limbeck: interrupted, stopping; once more ends it at once");
        terminal.err().flush();
        Thread watchdog =
                new Thread(
                        () -> {
                            if (slept(PATIENCE)) {
                                halt(terminal, "limbeck: interrupted, and it does not stop");
                            }
                        },
                        "limbeck-watchdog");
        watchdog.setDaemon(true);
        watchdog.start();
    }

    private static boolean slept(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Gives a signal its exit code where {@link Signals} can't hear it; Java's own would be 128 and
     * the signal's number. The database rolls back what was open when the connection goes.
     */
    private static void endAsInterrupted(AtomicBoolean ended, Terminal terminal) {
        if (!ended.get()) {
            halt(terminal, "limbeck: interrupted; 'limbeck status' shows where it stopped");
        }
    }

    private static void halt(Terminal terminal, String words) {
        terminal.out().flush();
        terminal.err().println();
        terminal.err().println(words);
        terminal.err().flush();
        Runtime.getRuntime().halt(ExitCode.INTERRUPTED.number());
    }

    /** Runs a command line; never ends the process. */
    public static ExitCode run(List<String> arguments, Terminal terminal) {
        return new Invocation(terminal, arguments).run();
    }

    /** A stream in UTF-8, whatever the locale says: JSON is, and so are migration files. */
    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(
                new BufferedOutputStream(new FileOutputStream(descriptor)),
                false,
                StandardCharsets.UTF_8);
    }

    /** Only the launcher can tell; Java knows of no stream whether it is a terminal. */
    private static Set<Terminal.Stream> interactiveStreams() {
        Set<Terminal.Stream> interactive = EnumSet.noneOf(Terminal.Stream.class);
        if ("yes".equals(System.getProperty("limbeck.terminal.out"))) {
            interactive.add(Terminal.Stream.OUT);
        }
        if ("yes".equals(System.getProperty("limbeck.terminal.err"))) {
            interactive.add(Terminal.Stream.ERR);
        }
        return interactive;
    }
}
