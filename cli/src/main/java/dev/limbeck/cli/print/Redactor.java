package dev.limbeck.cli.print;

import dev.limbeck.config.Secrets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes passwords out of texts that others wrote: a driver's message, a URL, a stack trace.
 *
 * <p>What is known to be secret goes wherever it stands; what merely looks like a password in a URL
 * goes as well, since a message may quote a URL that was never ours.
 *
 * <p>Our own sentences are another matter. They hold common words, and so do bad passwords: to mask
 * {@code limbeck} in an advice would spoil the advice and tell the password besides, as everybody
 * knows what stands there. So {@link #redactOwn} leaves a secret that is a mere word, and only
 * takes it where the sentence quotes something.
 */
public final class Redactor {
    private static final String MASK = "***";

    private static final String SECRET_NAME = "(?i)(?:passw|pwd|secret|token|credential)";

    private static final Pattern NAMES_SECRET = Pattern.compile(SECRET_NAME);

    /** A setting whose name says that its value is secret, up to the end of the line. */
    private static final Pattern SECRET_SETTING =
            Pattern.compile("(" + SECRET_NAME + "[\\w.\"'-]*\\s*=\\s*).*");

    private static final Pattern ANY_SETTING = Pattern.compile("(=\\s*).*");

    /** What one of our own sentences may hold by accident. */
    private static final Pattern WORD = Pattern.compile("\\p{L}+(?:[-_ ]\\p{L}+)*");

    private final List<KnownSecret> secrets;

    private Redactor(List<KnownSecret> secrets) {
        this.secrets = List.copyOf(secrets);
    }

    /** A secret, as it is looked for in a text of others and in one of our own. */
    private record KnownSecret(Pattern anywhere, Pattern inOwnText) {
        static KnownSecret of(String secret) {
            Pattern anywhere = literal(secret);
            return new KnownSecret(
                    anywhere,
                    WORD.matcher(secret).matches()
                            ? Pattern.compile("(?<=['\"=])" + Pattern.quote(secret) + "(?=['\"])")
                            : anywhere);
        }
    }

    /** Returns a redactor that knows no secret yet, only what passwords look like. */
    public static Redactor unknowing() {
        return new Redactor(List.of());
    }

    /** Returns a redactor that knows these texts to be secret. */
    public static Redactor of(Collection<String> secrets) {
        List<KnownSecret> known = new ArrayList<>();
        secrets.stream()
                .filter(secret -> !secret.isBlank())
                .distinct()
                // The longer first, so that no rest of it stays beside the mask of a shorter one.
                .sorted(Comparator.comparingInt(String::length).reversed())
                .forEach(secret -> known.add(KnownSecret.of(secret)));
        return new Redactor(known);
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

    /** Returns whether the name of a setting or a variable says that its value is secret. */
    public static boolean namesSecret(String name) {
        return NAMES_SECRET.matcher(name).find();
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

    /**
     * Returns a sentence of our own without its secrets: a secret that is a mere word goes where it
     * stands in quotes, and stays where it is part of what we always say.
     */
    public String redactOwn(String sentence) {
        return Secrets.mask(without(KnownSecret::inOwnText, sentence));
    }

    /** Returns an advice of ours without its secrets; it quotes our own words only. */
    public String redactAdvice(String advice) {
        String clean = advice;
        for (KnownSecret secret : secrets) {
            if (secret.inOwnText() == secret.anywhere()) {
                clean = secret.anywhere().matcher(clean).replaceAll(Matcher.quoteReplacement(MASK));
            }
        }
        return Secrets.mask(clean);
    }

    /** Returns a text of others, or one that quotes them, without its secrets. */
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
        return without(KnownSecret::anywhere, text);
    }

    private String without(Function<KnownSecret, Pattern> wanted, String text) {
        String clean = text;
        for (KnownSecret secret : secrets) {
            clean = wanted.apply(secret).matcher(clean).replaceAll(Matcher.quoteReplacement(MASK));
        }
        return clean;
    }
}
