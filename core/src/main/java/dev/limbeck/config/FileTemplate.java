package dev.limbeck.config;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the name of a new revision file is made, without dialect and ending; it may hold folders.
 *
 * @param text with {rev} {slug} {year} {month} {day} {hour} {minute} {second} {epoch}
 */
public record FileTemplate(String text) {
    /** What may stand in braces. */
    public static final List<String> TOKENS =
            List.of("rev", "slug", "year", "month", "day", "hour", "minute", "second", "epoch");

    public FileTemplate {
        Optional<String> problem = problemWith(text);
        if (problem.isPresent()) {
            throw new IllegalArgumentException(problem.get());
        }
    }

    /** Returns why a text can't be a template, or empty where it can. */
    public static Optional<String> problemWith(String text) {
        Matcher braces = Braces.PATTERN.matcher(text);
        int done = 0;
        StringBuilder plain = new StringBuilder();
        while (braces.find()) {
            if (!TOKENS.contains(braces.group(1))) {
                return Optional.of(
                        "'{"
                                + braces.group(1)
                                + "}' is unknown; known are {"
                                + String.join("} {", TOKENS)
                                + "}");
            }
            plain.append(text, done, braces.start()).append('x');
            done = braces.end();
        }
        String example = plain.append(text.substring(done)).toString();
        if (example.indexOf('{') >= 0 || example.indexOf('}') >= 0) {
            return Optional.of("a brace is not closed or not opened");
        }
        for (String part : example.split("[/\\\\]", -1)) {
            if (part.isBlank() || part.equals(".") || part.equals("..")) {
                return Optional.of("it has to name a file below the folder of the migrations");
            }
        }
        return Optional.empty();
    }

    /** Returns the name that some values make. An empty value takes its separator with it. */
    public String render(Map<String, String> values) {
        Matcher braces = Braces.PATTERN.matcher(text);
        StringBuilder name = new StringBuilder();
        int done = 0;
        while (braces.find()) {
            name.append(text, done, braces.start());
            done = braces.end();
            String value = Objects.requireNonNull(values.get(braces.group(1)));
            name.append(value);
            if (value.isEmpty()) {
                int last = name.length() - 1;
                if (last >= 0 && isSeparator(name.charAt(last))) {
                    name.setLength(last);
                } else if (done < text.length() && isSeparator(text.charAt(done))) {
                    done++;
                }
            }
        }
        return name.append(text.substring(done)).toString();
    }

    private static boolean isSeparator(char c) {
        return c == '_' || c == '-' || c == '.';
    }

    /** Compiled only where a template is looked at. */
    private static final class Braces {
        static final Pattern PATTERN = Pattern.compile("\\{([^{}]*)\\}");
    }
}
