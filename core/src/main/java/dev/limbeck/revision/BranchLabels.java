package dev.limbeck.revision;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a branch label may look like. */
public final class BranchLabels {
    /** The rule, as advice. */
    public static final String RULE =
            "a label has no '@', '+', ':', ',' or white space, doesn't begin with '-', doesn't end"
                    + " like '-1', and is none of head, heads, base and current";

    private static final Pattern ENDS_LIKE_STEPS = Pattern.compile(".*-[0-9]+", Pattern.DOTALL);

    private BranchLabels() {}

    /**
     * Returns why a text can't be a branch label, or empty where it can.
     *
     * <p>Unlike an id, a label may hold a hyphen, as long as it can't be read as steps down.
     */
    public static Optional<String> problemWith(String text) {
        if (text.isEmpty()) {
            return Optional.of("a branch label can't be empty");
        }
        if (RevisionId.RESERVED.contains(text)) {
            return Optional.of("'" + text + "' is a reserved word and can't be a branch label");
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '@' || c == '+' || c == ':' || c == ',') {
                return Optional.of("branch label '" + text + "' holds '" + c + "'");
            }
            if (Character.isWhitespace(c) || Character.isISOControl(c)) {
                return Optional.of("branch label '" + text + "' holds white space");
            }
        }
        if (text.startsWith("-") || ENDS_LIKE_STEPS.matcher(text).matches()) {
            return Optional.of("branch label '" + text + "' reads like steps down");
        }
        return Optional.empty();
    }
}
