package dev.limbeck.tck.fuzz;

import java.util.List;
import java.util.Random;

/** Makes inputs from others, and from words that mean something. */
final class InputMutator {
    private static final int LONGEST = 4000;
    private static final String ODD =
            "\0\t\r\n\f\u00a0\u2028\ufeff\ud83d\ude00'\"`$\\;/*-#{}[]()=,.:@+~é";

    private final Random random;
    private final List<String> seeds;
    private final List<String> words;

    InputMutator(long seed, FuzzTarget target) {
        this.random = new Random(seed);
        this.seeds = target.seeds();
        this.words = target.words();
    }

    String next() {
        StringBuilder input = new StringBuilder(pick(seeds));
        int mutations = 1 + random.nextInt(8);
        for (int i = 0; i < mutations; i++) {
            mutate(input);
        }
        input.setLength(Math.min(input.length(), LONGEST));
        return input.toString();
    }

    private void mutate(StringBuilder input) {
        int at = random.nextInt(input.length() + 1);
        int end = Math.min(input.length(), at + random.nextInt(20));
        switch (random.nextInt(9)) {
            case 0, 1 -> input.insert(at, pick(words));
            case 2 -> input.delete(at, end);
            case 3 -> input.insert(at, input.substring(at, end));
            case 4 -> input.insert(at, ODD.charAt(random.nextInt(ODD.length())));
            case 5 -> input.insert(at, pick(words).repeat(1 + random.nextInt(60)));
            case 6 -> input.append('\n').append(pick(seeds));
            case 7 -> input.setLength(at);
            default -> input.replace(at, end, pick(words));
        }
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
