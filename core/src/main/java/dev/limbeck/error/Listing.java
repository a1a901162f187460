package dev.limbeck.error;

import java.util.List;

/** Writes lists of names for messages. */
public final class Listing {
    private static final int SHOWN = 10;

    private Listing() {}

    /** Returns {@code a, b and c}; of a long list the beginning and how many more there are. */
    public static String of(List<?> names) {
        List<String> texts = names.stream().limit(SHOWN).map(Object::toString).toList();
        if (names.size() > SHOWN) {
            return String.join(", ", texts) + " and " + (names.size() - SHOWN) + " more";
        }
        if (texts.size() < 2) {
            return String.join("", texts);
        }
        return String.join(", ", texts.subList(0, texts.size() - 1))
                + " and "
                + texts.get(texts.size() - 1);
    }
}
