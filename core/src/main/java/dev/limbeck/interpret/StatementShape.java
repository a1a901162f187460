package dev.limbeck.interpret;

import dev.limbeck.sql.SqlToken;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A statement but for the values in it: two of one shape are both right or both wrong to a parser.
 *
 * @param tokens the number of its tokens
 * @param hash of what they are
 */
record StatementShape(int tokens, long hash) {
    private static final long PRIME = 0x100000001b3L;
    private static final long BASIS = 0xcbf29ce484222325L;

    static StatementShape of(List<SqlToken> tokens) {
        long hash = BASIS;
        for (SqlToken token : tokens) {
            hash = (hash ^ token.kind().ordinal()) * PRIME;
            switch (token.kind()) {
                case STRING -> hash = mix(hash, prefix(token.text()));
                case NUMBER -> hash = mix(hash, isWhole(token.text()) ? "1" : "1.5");
                default -> hash = mix(hash, token.text());
            }
        }
        return new StatementShape(tokens.size(), hash);
    }

    private static long mix(long hash, String text) {
        long mixed = hash;
        for (int i = 0; i < text.length(); i++) {
            mixed = (mixed ^ text.charAt(i)) * PRIME;
        }
        return mixed;
    }

    /** A string's form stands before its first quote: {@code E'…'}, {@code N'…'}. */
    private static String prefix(String string) {
        int end = 0;
        while (end < string.length() && Character.isLetter(string.charAt(end))) {
            end++;
        }
        return string.substring(0, Math.min(end + 1, string.length()));
    }

    private static boolean isWhole(String number) {
        return number.length() < 19 && number.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** The shapes met last that the parser took. A chance twin in 2^64 would cost one warning. */
    static final class Accepted {
        private static final int MOST = 1_000;

        private final Map<StatementShape, Boolean> shapes =
                new LinkedHashMap<>(16, 0.75f, true) {
                    private static final long serialVersionUID = 1L;

                    @Override
                    protected boolean removeEldestEntry(Map.Entry<StatementShape, Boolean> eldest) {
                        return size() > MOST;
                    }
                };

        boolean contains(StatementShape shape) {
            return shapes.get(shape) != null;
        }

        void add(StatementShape shape) {
            shapes.put(shape, true);
        }
    }
}
