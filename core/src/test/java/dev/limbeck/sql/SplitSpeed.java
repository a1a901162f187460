package dev.limbeck.sql;

import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Measures how fast scripts are split, in one thread and warm. No test: run its {@code main} with
 * core's classes and test classes on the class path.
 */
public final class SplitSpeed {
    private static final int ROUNDS = 12;

    private SplitSpeed() {}

    /** Prints a line a lexicon and script: megabytes a second, the best of the later rounds. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws IOException {
        PrintStream out = System.out;
        StringBuilder inserts = new StringBuilder();
        for (int i = 0; i < 200_000; i++) {
            inserts.append("INSERT INTO customer (id, name, email, city) VALUES (")
                    .append(i)
                    .append(", 'Customer number ")
                    .append(i)
                    .append("', 'customer")
                    .append(i)
                    .append("@example.com', 'Springfield');\n");
        }
        String routine =
                "CREATE PROCEDURE p(IN a INT)\nBEGIN\n  IF a > 1 THEN\n    UPDATE t SET b = 'x;y'"
                        + " WHERE c = a; -- note\n  END IF;\nEND;\n";
        for (SqlLexicon lexicon :
                List.of(SqlLexicon.standard("standard"), Lexicons.ESCAPING, Lexicons.SLASHED)) {
            measure(out, "inserts", inserts.toString(), lexicon);
        }
        measure(out, "routines", routine.repeat(200_000), Lexicons.ESCAPING);
        tokens(out, inserts.toString(), Lexicons.ESCAPING);
    }

    private static void measure(PrintStream out, String what, String script, SqlLexicon lexicon)
            throws IOException {
        double best = 0;
        long statements = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = cpuTime();
            statements = 0;
            try (StatementReader reader =
                    StatementSplitter.open(
                            new StringReader(script), lexicon, Path.of("script.sql"))) {
                while (reader.next().isPresent()) {
                    statements++;
                }
            }
            best = Math.max(best, rate(script, cpuTime() - start));
        }
        out.printf(
                Locale.ROOT,
                "%-10s %-10s %,9d statements %8.1f MB/s%n",
                what,
                lexicon.name(),
                statements,
                best);
    }

    /** Tokenises statement by statement, as those do who look into them. */
    private static void tokens(PrintStream out, String script, SqlLexicon lexicon) {
        List<String> statements =
                StatementSplitter.split(script, lexicon, Path.of("script.sql"))
                        .statements()
                        .stream()
                        .map(Statement::text)
                        .toList();
        double best = 0;
        long count = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = cpuTime();
            count = 0;
            for (String statement : statements) {
                count += SqlTokenizer.tokenize(statement, lexicon).size();
            }
            best = Math.max(best, rate(script, cpuTime() - start));
        }
        out.printf(
                Locale.ROOT,
                "%-10s %-10s %,9d tokens     %8.1f MB/s%n",
                "tokens",
                lexicon.name(),
                count,
                best);
    }

    /** Returns the thread's processor time, so that a busy machine does not spoil the figures. */
    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double rate(String script, long nanoseconds) {
        return script.length() / 1e6 / (nanoseconds / 1e9);
    }
}
