package dev.limbeck.tck.fuzz;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.function.IntPredicate;

/** Gives a target input after input. */
public final class Fuzzing {
    private static final int KEPT = 8;

    /** What takes less is measured with the clock's and the machine's own noise. */
    private static final long NOTICEABLE = 100_000_000;

    /** Shorter inputs say more about the clock than about the target. */
    private static final int SHORTEST = 40;

    private final FuzzTarget target;
    private final InputMutator mutator;
    private final PriorityQueue<Timed> slowest =
            new PriorityQueue<>(Comparator.comparingDouble(Timed::nanosPerCharacter));
    private final Map<String, Fault> faults = new LinkedHashMap<>();
    private int inputs;
    private long characters;

    /**
     * @param seed the same seed gives the same inputs
     */
    public Fuzzing(FuzzTarget target, long seed) {
        this.target = target;
        this.mutator = new InputMutator(seed, target);
    }

    /** An input and what it took. */
    private record Timed(String input, long nanos) {
        double nanosPerCharacter() {
            return (double) nanos / input.length();
        }
    }

    /** An input that something came of which is no finding. */
    public static final class Fault extends AssertionError {
        private static final long serialVersionUID = 1L;

        Fault(FuzzTarget target, String input, Throwable cause) {
            super(target.name() + " failed on this input:\n" + input, cause);
        }

        /** Two faults of one kind were thrown by the same line. */
        private String kind() {
            Throwable cause = Objects.requireNonNull(getCause());
            StackTraceElement[] trace = cause.getStackTrace();
            return cause.getClass()
                    + Arrays.stream(trace)
                            .filter(frame -> frame.getClassName().startsWith("dev.limbeck."))
                            .findFirst()
                            .map(StackTraceElement::toString)
                            .orElse("");
        }
    }

    /** Goes on as long as the number of inputs so far allows; faults of one kind count once. */
    public Fuzzing runWhile(IntPredicate goingOn) {
        while (goingOn.test(inputs)) {
            String input = mutator.next();
            inputs++;
            characters += input.length();
            try {
                note(input, take(input));
            } catch (Fault fault) {
                faults.putIfAbsent(fault.kind(), fault);
            }
        }
        return this;
    }

    private void note(String input, long nanos) {
        if (input.length() >= SHORTEST) {
            slowest.add(new Timed(input, nanos));
            if (slowest.size() > KEPT) {
                slowest.remove();
            }
        }
    }

    /** Returns an input for each kind of fault that was met. */
    public List<Fault> faults() {
        return List.copyOf(faults.values());
    }

    private long take(String input) {
        long start = Cpu.nanos();
        try {
            target.take(input);
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            throw new Fault(target, input, e);
        }
        return Cpu.nanos() - start;
    }

    /** What this thread has used of a processor, whoever else is at work on the machine. */
    private static final class Cpu {
        private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

        static long nanos() {
            return THREADS.getCurrentThreadCpuTime();
        }
    }

    /** Returns how many inputs were read. */
    public int inputs() {
        return inputs;
    }

    /** Returns how many characters were read. */
    public long characters() {
        return characters;
    }

    /**
     * How the time grows with an input.
     *
     * @param factor how much longer four times the input takes; 4 is linear, 16 quadratic
     */
    public record Growth(double factor, long nanos, String input) {}

    /**
     * Grows the inputs that took longest for their length, and returns the one whose time grows
     * most, among those that take time at all.
     *
     * @param length of the longer text, in characters
     */
    public Growth worstGrowth(int length) {
        Growth worst = new Growth(0, 0, "");
        Deque<Timed> rest = new ArrayDeque<>(slowest);
        for (Timed each : rest) {
            long quarter = best(grown(each.input(), length / 4));
            long whole = best(grown(each.input(), length));
            double factor = (double) whole / Math.max(quarter, 1);
            if (whole >= NOTICEABLE && factor > worst.factor()) {
                worst = new Growth(factor, whole, each.input());
            }
        }
        return worst;
    }

    private long best(String text) {
        return List.of(take(text), take(text), take(text)).stream()
                .mapToLong(Long::longValue)
                .min()
                .orElseThrow();
    }

    private static String grown(String input, int length) {
        return (input + "\n").repeat(length / (input.length() + 1) + 1).substring(0, length);
    }
}
