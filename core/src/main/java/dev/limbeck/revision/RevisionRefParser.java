package dev.limbeck.revision;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.RevisionException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses what users type to name revisions. Throws {@code RevisionException} only. */
public final class RevisionRefParser {
    private static final String CURRENT = "current";
    private static final String FORMS =
            "write an id, a prefix of four characters or more, a label, head, heads, base,"
                    + " label@head, +1, -1 or id-1";
    private static final Pattern STEPS =
            Pattern.compile("(?<start>.*?)(?<steps>[+-][0-9]+)", Pattern.DOTALL);
    // far more steps than revisions, far fewer than an int holds
    private static final int MOST_DIGITS = 9;

    private RevisionRefParser() {}

    /** Parses a reference that may say {@code current}. */
    public static RevisionRef parse(String text) {
        if (isRange(text)) {
            throw refuse(
                    ErrorCode.INVALID_RANGE,
                    "'" + text + "' is a range, and one end is wanted here",
                    "ranges are for 'history -r' and for '--sql'");
        }
        int at = text.indexOf('@');
        if (at < 0) {
            return parse(text, Optional.empty(), text);
        }
        String line = text.substring(0, at);
        String rest = text.substring(at + 1);
        if (rest.isEmpty() || rest.indexOf('@') >= 0 || !mayBeName(line)) {
            throw malformed(text);
        }
        return parse(text, Optional.of(line), rest);
    }

    /** Parses a reference for a place where {@code current} has no meaning. */
    public static RevisionRef parseTarget(String text) {
        RevisionRef ref = parse(text);
        if (text.startsWith(CURRENT) && ref.needsApplied()) {
            throw refuse(
                    ErrorCode.INVALID_TARGET,
                    "'" + text + "' is not a target: the database is there already",
                    "'current' is for 'show', 'edit' and the ends of a range; steps from it are"
                            + " written '+1' or '-1'");
        }
        return ref;
    }

    /** Parses {@code a:b}, {@code a:} or {@code :b}. */
    public static RevisionRange parseRange(String text) {
        int colon = text.indexOf(':');
        if (colon < 0 || text.indexOf(':', colon + 1) >= 0) {
            throw refuse(
                    ErrorCode.INVALID_RANGE,
                    "'" + text + "' is not a range",
                    "a range is written FROM:TO, FROM: or :TO");
        }
        return new RevisionRange(end(text.substring(0, colon)), end(text.substring(colon + 1)));
    }

    private static Optional<RevisionRef> end(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(parse(text));
    }

    /** Returns whether a text is meant as a range. */
    public static boolean isRange(String text) {
        return text.indexOf(':') >= 0;
    }

    private static RevisionRef parse(String whole, Optional<String> line, String text) {
        Matcher matcher = STEPS.matcher(text);
        if (!matcher.matches()) {
            return symbol(whole, line, text);
        }
        int steps = steps(matcher.group("steps"));
        String start = matcher.group("start");
        if (start.isEmpty()) {
            if (steps == 0) {
                throw malformed(whole);
            }
            return new RevisionRef.Relative(line, Optional.empty(), steps);
        }
        RevisionRef ref = symbol(whole, line, start);
        return steps == 0 ? ref : new RevisionRef.Relative(line, Optional.of(ref), steps);
    }

    private static RevisionRef symbol(String whole, Optional<String> line, String text) {
        if (text.equals(CURRENT) && line.isEmpty()) {
            return new RevisionRef.Current();
        }
        return switch (text) {
            case "base" -> new RevisionRef.Base(line);
            case "head" -> new RevisionRef.Head(line);
            case "heads" -> new RevisionRef.AllHeads(line);
            default -> {
                if (!mayBeName(text)) {
                    throw malformed(whole);
                }
                yield new RevisionRef.Named(line, text);
            }
        };
    }

    /** Returns whether a text can be an id, a label or the beginning of one. */
    private static boolean mayBeName(String text) {
        return BranchLabels.problemWith(text).isEmpty();
    }

    private static int steps(String signed) {
        String digits = signed.substring(1).replaceFirst("^0+(?=.)", "");
        int count = digits.length() > MOST_DIGITS ? Integer.MAX_VALUE : Integer.parseInt(digits);
        return signed.startsWith("-") ? -count : count;
    }

    private static RevisionException malformed(String text) {
        return refuse(
                ErrorCode.MALFORMED_REFERENCE,
                text.isEmpty()
                        ? "the name of a revision is empty"
                        : "'" + text + "' can't name a revision",
                FORMS);
    }

    private static RevisionException refuse(ErrorCode code, String message, String hint) {
        return new RevisionException(Diagnostic.error(code, message).withHint(hint));
    }
}
