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
        ExitCode code = run(List.of(arguments), terminal);
        terminal.out().flush();
        terminal.err().flush();
        System.exit(code.number());
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
