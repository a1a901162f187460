package dev.limbeck.cli;

import dev.limbeck.cli.command.ExitCode;
import dev.limbeck.cli.print.Terminal;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** The program. */
public final class Main {
    private Main() {}

    /** Runs a command line and ends the process with its exit code. */
    public static void main(String[] arguments) {
        Terminal terminal =
                new Terminal(
                        System.in,
                        stream(FileDescriptor.out),
                        stream(FileDescriptor.err),
                        System.getenv(),
                        Path.of("").toAbsolutePath(),
                        interactiveStreams());
        AtomicBoolean ended = new AtomicBoolean();
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> endAsInterrupted(ended, terminal), "limbeck-end"));
        ExitCode code = run(List.of(arguments), terminal);
        terminal.out().flush();
        terminal.err().flush();
        ended.set(true);
        System.exit(code.number());
    }

    /**
     * Gives a signal its exit code; Java's own would be 128 and the signal's number. The database
     * rolls back what was open when the connection goes.
     */
    private static void endAsInterrupted(AtomicBoolean ended, Terminal terminal) {
        if (!ended.get()) {
            terminal.out().flush();
            terminal.err().println();
            terminal.err().println("limbeck: interrupted; 'limbeck status' shows where it stopped");
            terminal.err().flush();
            Runtime.getRuntime().halt(ExitCode.INTERRUPTED.number());
        }
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
