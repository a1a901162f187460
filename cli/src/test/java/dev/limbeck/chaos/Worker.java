package dev.limbeck.chaos;

import dev.limbeck.cli.Main;
import dev.limbeck.cli.print.Terminal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A process that runs command lines when it is told to, and may be killed while it does. */
final class Worker implements AutoCloseable {
    private static final String READY = "ready";
    private static final String EXIT = "exit ";
    private static final String SEPARATOR = "\t";

    private final Process process;
    private final BufferedReader answers;
    private final PrintStream orders;

    private Worker(Process process) {
        this.process = process;
        this.answers =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    /** Starts a process and waits until it listens. */
    static Worker start() throws IOException {
        Worker worker =
                new Worker(
                        new ProcessBuilder(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-XX:TieredStopAtLevel=1",
                                        "-XX:+UseSerialGC",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        Worker.class.getName())
                                .redirectErrorStream(true)
                                .start());
        if (worker.until(READY, line -> {}).isEmpty()) {
            throw new IOException("the worker did not start");
        }
        return worker;
    }

    /** Begins a command line in a project's folder. */
    void begin(Path folder, String... arguments) {
        List<String> words = new ArrayList<>(List.of(folder.toString()));
        words.addAll(List.of(arguments));
        orders.println(String.join(SEPARATOR, words));
    }

    /** Waits for the end of a command line; returns its exit code, -1 where the process is gone. */
    int end(Consumer<String> output) throws IOException {
        String last = until(EXIT, output);
        return last.isEmpty() ? -1 : Integer.parseInt(last.substring(EXIT.length()));
    }

    /** Returns the next line of output; empty where the process is gone. */
    Optional<String> next() throws IOException {
        return Optional.ofNullable(answers.readLine());
    }

    /** Reads until a line begins so; returns it, empty where the process is gone before. */
    String until(String beginning, Consumer<String> others) throws IOException {
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(beginning)) {
                return line;
            }
            others.accept(line);
        }
        return "";
    }

    /** Kills the process as {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    /** Asks the process to end, as {@code kill} does. */
    void terminate() {
        process.toHandle().destroy();
    }

    @Override
    public void close() throws IOException {
        orders.close();
        process.destroyForcibly();
        answers.close();
    }

    /** Runs a command line in this process. */
    static int run(Path folder, PrintStream output, List<String> arguments) {
        Terminal terminal =
                new Terminal(
                        System.in,
                        output,
                        output,
                        Map.of("NO_COLOR", "1"),
                        folder,
                        Set.<Terminal.Stream>of());
        return Main.run(arguments, terminal).number();
    }

    /** Runs each line of standard input as a command line. */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println(READY);
        BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            List<String> words = List.of(line.split(SEPARATOR));
            int code = run(Path.of(words.get(0)), out, words.subList(1, words.size()));
            out.println(EXIT + code);
        }
    }
}
