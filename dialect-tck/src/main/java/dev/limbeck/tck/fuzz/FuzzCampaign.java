package dev.limbeck.tck.fuzz;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.Dialects;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Tries every target whose name begins as asked, for some time each, and prints what came of it.
 */
public final class FuzzCampaign {
    private static final int GROWN = 256 * 1024;
    private static final int GROWN_NAME = 64 * 1024;

    /** Four times the text in more than this many times the time is no linear growth. */
    private static final double STEEP = 8;

    private FuzzCampaign() {}

    /**
     * Runs it: {@code FuzzCampaign SECONDS [NAME [SEED]]}. Ends with 1 at a fault, or where time
     * grows faster than the text.
     */
    public static void main(String[] arguments) throws IOException {
        Duration time = Duration.ofSeconds(Long.parseLong(arguments[0]));
        String name = arguments.length > 1 ? arguments[1] : "";
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : System.nanoTime();
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path folder = Files.createTempDirectory("limbeck-fuzz");
        boolean sound = true;
        for (FuzzTarget target : targets(folder)) {
            if (target.name().startsWith(name)) {
                sound &= run(target, time, seed, out);
            }
        }
        if (!sound) {
            System.exit(1);
        }
    }

    private static List<FuzzTarget> targets(Path folder) {
        List<FuzzTarget> targets = new ArrayList<>();
        targets.add(FuzzTargets.headers(folder.resolve("headers")));
        targets.add(FuzzTargets.configuration(folder.resolve("configuration")));
        targets.add(FuzzTargets.names());
        Dialects dialects = Dialects.installed();
        for (String name : dialects.names()) {
            Dialect dialect = dialects.byName(name);
            if (!dialect.id().equals(name)) {
                continue;
            }
            targets.add(FuzzTargets.splitter(dialect));
            dialect.schemas(dialect.presumed(dialect.exampleUrl()))
                    .ifPresent(support -> targets.add(FuzzTargets.interpreter(dialect, support)));
        }
        return targets;
    }

    private static boolean run(FuzzTarget target, Duration time, long seed, PrintStream out) {
        long end = System.nanoTime() + time.toNanos();
        Fuzzing fuzzing = new Fuzzing(target, seed).runWhile(inputs -> System.nanoTime() - end < 0);
        int length = target.name().equals("names") ? GROWN_NAME : GROWN;
        Fuzzing.Growth growth = fuzzing.worstGrowth(length);
        out.printf(
                "%-22s seed %d: %,d inputs, %,d characters in %d s, %d faults; %s%n",
                target.name(),
                seed,
                fuzzing.inputs(),
                fuzzing.characters(),
                time.toSeconds(),
                fuzzing.faults().size(),
                growth.nanos() == 0
                        ? "no text of " + length / 1024 + " Ki takes 100 ms"
                        : String.format(
                                Locale.ROOT,
                                "four times the text takes at most %.1f times as long (%d ms)",
                                growth.factor(),
                                growth.nanos() / 1_000_000));
        for (Fuzzing.Fault fault : fuzzing.faults()) {
            fault.printStackTrace(out);
        }
        if (growth.factor() > STEEP) {
            out.println("grows too fast:\n" + growth.input());
        }
        return fuzzing.faults().isEmpty() && growth.factor() <= STEEP;
    }
}
