package dev.limbeck.cli.print;

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

    /**
     * A password among a URL's parameters ({@code ?password=…}, {@code ;PASSWORD=…}), before its
     * host ({@code //user:…@host}) or between user and host as Oracle has it ({@code user/…@}).
     */
    private static final Pattern IN_URL =
            Pattern.compile(
                    "(?i)(?<=[?&;](?:password|passwd|pwd|sslpassword|trustStorePassword"
                            + "|keyStorePassword)=)[^&;\\s\"')]+"
                            + "|(?<=://[^\\s/:@]{0,200}:)[^\\s/@]+(?=@)"
                            + "|(?<=:(?:thin|oci):[^\\s/:@]{0,200}/)[^\\s@]+(?=@)");

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

    /** Returns the passwords that stand in a URL. */
    public static List<String> passwordsIn(String url) {
        return IN_URL.matcher(url).results().map(match -> match.group()).toList();
    }

    /** Returns the text without its secrets. */
    public String redact(String text) {
        String clean = text;
        for (Pattern secret : secrets) {
            clean = secret.matcher(clean).replaceAll(Matcher.quoteReplacement(MASK));
        }
        return IN_URL.matcher(clean).replaceAll(Matcher.quoteReplacement(MASK));
    }
}
