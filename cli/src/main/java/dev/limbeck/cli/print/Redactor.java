package dev.limbeck.cli.print;

import dev.limbeck.config.Secrets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes passwords out of texts that others wrote: a driver's message, a URL, a stack trace.
 *
 * <p>What is known to be secret goes wherever it stands; what merely looks like a password in a URL
 * goes as well, since a message may quote a URL that was never ours.
 */
public final class Redactor {
    private static final String MASK = "***";

    /** A setting whose name says that its value is secret, up to the end of the line. */
    private static final Pattern SECRET_SETTING =
            Pattern.compile("(?i)((?:passw|pwd|secret|token|credential)[\\w.\"'-]*\\s*=\\s*).*");

    private static final Pattern ANY_SETTING = Pattern.compile("(=\\s*).*");

    private final List<Pattern> secrets;

    private Redactor(List<Pattern> secrets) {
        this.secrets = List.copyOf(secrets);
    }

    /** Returns a redactor that knows no secret yet, only what passwords look like. */
    public static Redactor unknowing() {
        return new Redactor(List.of());
    }

    /** Returns a redactor that knows these texts to be secret. */
    public static Redactor of(Collection<String> secrets) {
        List<Pattern> patterns = new ArrayList<>();
        secrets.stream()
                .filter(secret -> !secret.isBlank())
                .distinct()
                // The longer first, so that no rest of it stays beside the mask of a shorter one.
                .sorted(Comparator.comparingInt(String::length).reversed())
                .forEach(secret -> patterns.add(literal(secret)));
        return new Redactor(patterns);
    }

    /**
     * A short secret counts as a whole word only; as a part of words it would blot out the text.
     */
    private static Pattern literal(String secret) {
        String quoted = Pattern.quote(secret);
        return secret.length() >= 4
                ? Pattern.compile(quoted)
                : Pattern.compile("(?<![\\p{L}\\p{N}])" + quoted + "(?![\\p{L}\\p{N}])");
    }

    /** Returns what is secret in a URL, from the first masked character to the last. */
    public static String secretPartOf(String url) {
        String masked = Secrets.maskUrl(url);
        int shorter = Math.min(url.length(), masked.length());
        int start = 0;
        while (start < shorter && url.charAt(start) == masked.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start
                && url.charAt(url.length() - 1 - end) == masked.charAt(masked.length() - 1 - end)) {
            end++;
        }
        return url.substring(start, url.length() - end);
    }

    /** Returns a text without its secrets. */
    public String redact(String text) {
        return Secrets.mask(redactKnown(text));
    }

    /**
     * Returns a line of a configuration file without its secrets. Where the name is what is wrong,
     * the value goes too: it may be the password of a {@code pasword}.
     *
     * @param place how many characters stand before what is wrong; -1 where that is the line
     */
    public String redactSetting(String line, int place) {
        boolean wrongName = place < line.indexOf('=');
        Pattern setting = wrongName ? ANY_SETTING : SECRET_SETTING;
        return redact(setting.matcher(line).replaceFirst("$1" + Matcher.quoteReplacement(MASK)));
    }

    /** Returns a text without the secrets that are known; what only looks like one stays. */
    public String redactKnown(String text) {
        String clean = text;
        for (Pattern secret : secrets) {
            clean = secret.matcher(clean).replaceAll(Matcher.quoteReplacement(MASK));
        }
        return clean;
    }
}
