package dev.limbeck.cli.print;

import dev.limbeck.error.SourceLocation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The line an error is about, as it can be shown: tabs spread, control characters made harmless, a
 * long line cut around the place.
 *
 * @param line what to show
 * @param caret columns before the place, -1 where the whole line is meant
 * @param width columns of what stands at the place, at least 1
 */
record SourceExcerpt(String line, int caret, int width) {
    private static final int TAB = 4;

    /** The longest stretch of a line that is shown, in characters. */
    private static final int WINDOW = 160;

    /** Returns the excerpt of a place; empty where the file can't be read or has no such line. */
    static Optional<SourceExcerpt> of(Path folder, SourceLocation where) {
        if (where.line() == 0) {
            return Optional.empty();
        }
        // A decoder of this kind replaces malformed input, so that a broken file can be shown too.
        try (Reader bytes =
                        new InputStreamReader(
                                Files.newInputStream(folder.resolve(where.file())),
                                StandardCharsets.UTF_8);
                BufferedReader reader = new BufferedReader(bytes)) {
            String text = null;
            for (int number = 0; number < where.line(); number++) {
                text = reader.readLine();
                if (text == null) {
                    return Optional.empty();
                }
            }
            return Optional.ofNullable(text).map(found -> of(found, where));
        } catch (IOException unreadable) {
            // The message names the file already; an excerpt is a courtesy.
            return Optional.empty();
        }
    }

    private static SourceExcerpt of(String text, SourceLocation where) {
        boolean marked = where.line() == 1 && text.startsWith("\uFEFF");
        return of(marked ? text.substring(1) : text, where.column());
    }

    /** Returns the excerpt of a line and a 1-based column in UTF-16 code units; 0: no column. */
    static SourceExcerpt of(String text, int column) {
        int start = Math.min(Math.max(column - 1, 0), text.length());
        int end = tokenEnd(text, start);
        int from = Math.max(0, Math.min(start - WINDOW / 2, text.length() - WINDOW));
        int to = Math.min(text.length(), from + WINDOW);
        if (from > 0 && Character.isLowSurrogate(text.charAt(from))) {
            from--;
        }
        if (to < text.length() && Character.isLowSurrogate(text.charAt(to))) {
            to++;
        }
        String before = (from > 0 ? "…" : "") + visible(text.substring(from, start));
        String token = visible(text.substring(start, Math.min(end, to)));
        String after =
                visible(text.substring(Math.min(end, to), to)) + (to < text.length() ? "…" : "");
        return new SourceExcerpt(
                before + token + after,
                column == 0 ? -1 : DisplayWidth.of(before),
                Math.max(1, DisplayWidth.of(token)));
    }

    /** Returns where the word, the quoted text or the single character at a place ends. */
    private static int tokenEnd(String text, int start) {
        if (start >= text.length()) {
            return start;
        }
        int first = text.codePointAt(start);
        if (first == '\'' || first == '"' || first == '`') {
            int close = text.indexOf(first, start + 1);
            return close < 0 ? text.length() : close + 1;
        }
        int end = start + Character.charCount(first);
        if (!isWordPart(first)) {
            return end;
        }
        while (end < text.length() && isWordPart(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private static boolean isWordPart(int codePoint) {
        return Character.isLetterOrDigit(codePoint) || codePoint == '_' || codePoint == '$';
    }

    private static String visible(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints()
                .forEach(
                        codePoint -> {
                            if (codePoint == '\t') {
                                shown.append(" ".repeat(TAB));
                            } else if (Character.isISOControl(codePoint)) {
                                shown.append('\uFFFD');
                            } else {
                                shown.appendCodePoint(codePoint);
                            }
                        });
        return shown.toString();
    }
}
