package dev.limbeck.script;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can be said in a header. */
enum HeaderKey {
    REVISION("revision"),
    REVISES("revises"),
    BRANCH_LABELS("branch-labels"),
    DEPENDS_ON("depends-on"),
    CREATED("created"),
    DIALECTS("dialects"),
    REPLACES("replaces");

    private static final Map<String, HeaderKey> BY_WORD = byWord();

    private final String word;

    HeaderKey(String word) {
        this.word = word;
    }

    private static Map<String, HeaderKey> byWord() {
        Map<String, HeaderKey> keys = new HashMap<>();
        for (HeaderKey key : values()) {
            keys.put(key.word, key);
        }
        return Map.copyOf(keys);
    }

    String word() {
        return word;
    }

    static Optional<HeaderKey> of(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }

    static List<String> words() {
        return Arrays.stream(values()).map(HeaderKey::word).toList();
    }
}
