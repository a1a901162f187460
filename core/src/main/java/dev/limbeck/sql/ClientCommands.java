package dev.limbeck.sql;

import dev.limbeck.sql.ClientCommandRule.Ruling;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Recognises commands of a client in a window, as the rules of a lexicon tell. */
final class ClientCommands {
    private static final String UNKNOWN_HINT =
            "it belongs to a command-line client; write SQL instead, or run it by hand";

    private final CharWindow window;
    private final QuotedText quotes;
    private final LinePassages lines;
    private final List<ClientCommandRule> words;
    private final List<ClientCommandRule> signs;
    private final List<ClientCommandRule> escapes;
    private final boolean dashContinues;

    ClientCommands(CharWindow window, SqlLexicon lexicon) {
        this.window = window;
        this.quotes = new QuotedText(window);
        this.lines = new LinePassages(window);
        words = new ArrayList<>();
        escapes = new ArrayList<>();
        signs = new ArrayList<>();
        for (ClientCommandRule rule : lexicon.clientCommands()) {
            if (isWord(rule)) {
                words.add(rule);
            } else if (isEscape(rule)) {
                escapes.add(rule);
            } else {
                signs.add(rule);
            }
        }
        dashContinues = lexicon.has(LexicalFeature.DASH_CONTINUES_COMMANDS);
    }

    private static boolean isWord(ClientCommandRule rule) {
        return isLetter(rule.name().charAt(0));
    }

    private static boolean isEscape(ClientCommandRule rule) {
        return rule.name().charAt(0) == '\\';
    }

    private static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    /** A command that was recognised. */
    record Found(ClientCommandRule rule, int argumentStart) {}

    /** Returns the command that a word of the text is, where it is one. */
    @Nullable Found word(int start, int end) throws IOException {
        for (ClientCommandRule rule : words) {
            if (isAbbreviated(rule, start, end) && fits(rule, end)) {
                return new Found(rule, end);
            }
        }
        return null;
    }

    /** Returns whether a word of the text sets the delimiter. */
    boolean setsDelimiter(int start, int end) throws IOException {
        for (ClientCommandRule rule : words) {
            if (rule.ruling() == Ruling.DELIMITER && isAbbreviated(rule, start, end)) {
                return fits(rule, end);
            }
        }
        return false;
    }

    private boolean isAbbreviated(ClientCommandRule rule, int start, int end) {
        String name = rule.name();
        int length = end - start;
        if (length < rule.shortest() || length > name.length()) {
            return false;
        }
        char[] chars = window.chars();
        for (int i = 0; i < length; i++) {
            if ((chars[start + i] & ~0x20) != (name.charAt(i) & ~0x20)) {
                return false;
            }
        }
        return true;
    }

    /** Returns the command that a sign of the text is, such as {@code @}, where it is one. */
    @Nullable Found sign(int start) throws IOException {
        for (ClientCommandRule rule : signs) {
            int end = start + rule.name().length();
            if (isAt(start, rule.name()) && fits(rule, end)) {
                return new Found(rule, end);
            }
        }
        return null;
    }

    /** Returns the command that a backslash begins; null where no client has such commands. */
    @Nullable Found escape(int start) throws IOException {
        if (escapes.isEmpty()) {
            return null;
        }
        int end = start + 1;
        while (isLetter(window.at(end))) {
            end++;
        }
        end = Math.max(end, Math.min(start + 2, window.limit()));
        for (ClientCommandRule rule : escapes) {
            if (end - start == rule.name().length()
                    && isAt(start, rule.name())
                    && fits(rule, end)) {
                return new Found(rule, end);
            }
        }
        String name = new String(window.chars(), start, end - start);
        return new Found(ClientCommandRule.of(name, Ruling.REFUSED).withHint(UNKNOWN_HINT), end);
    }

    private boolean isAt(int start, String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            if (window.at(start + i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean fits(ClientCommandRule rule, int argument) throws IOException {
        if (rule.arguments().isEmpty()) {
            return true;
        }
        int start = lines.skipBlanks(argument);
        int end = start;
        while (!isEndOfWord(window.at(end))) {
            end++;
        }
        String word = new String(window.chars(), start, end - start);
        return rule.arguments().stream().anyMatch(word::equalsIgnoreCase);
    }

    private static boolean isEndOfWord(int c) {
        return c <= ' ' || c == ';' || c == '=';
    }

    /** Returns the index after a command that takes the rest of its line. */
    int lineEnd(int from) throws IOException {
        int end = quotes.lineEnd(from);
        while (dashContinues && isContinued(from, end)) {
            int next = lines.nextLine(end);
            if (next == end) {
                return end;
            }
            end = quotes.lineEnd(next);
        }
        return end;
    }

    private boolean isContinued(int from, int end) {
        char[] chars = window.chars();
        int last = end - 1;
        while (last > from && (chars[last] == ' ' || chars[last] == '\t')) {
            last--;
        }
        // A run of dashes is a ruler in a comment or a heading.
        return last > from && chars[last] == '-' && chars[last - 1] <= ' ';
    }

    /**
     * Returns the index after a command that begins with a backslash: the end of its line, or
     * before another backslash, which is another command.
     */
    int escapeEnd(Found found) throws IOException {
        if (found.rule().name().equals("\\\\")) {
            return found.argumentStart();
        }
        if (found.rule().ruling() == Ruling.REFUSED) {
            return quotes.lineEnd(found.argumentStart());
        }
        int quote = 0;
        boolean escaped = false;
        for (int i = found.argumentStart(); ; i++) {
            int c = window.at(i);
            if (c < 0 || c == '\n' || c == '\r') {
                return i;
            }
            if (quote == '\'' && c == '\\') {
                escaped = !escaped;
            } else if (escaped) {
                escaped = false;
            } else if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"' || c == '`') {
                quote = c;
            } else if (c == '\\') {
                return i;
            }
        }
    }

    /**
     * Returns the delimiter that stands at an index, in quotes or up to the next blank; empty where
     * there is none.
     */
    String delimiter(int from) throws IOException {
        int start = lines.skipBlanks(from);
        int quote = window.at(start);
        if (quote == '\'' || quote == '"' || quote == '`') {
            int line = quotes.lineEnd(start);
            int end = quotes.find(start + 1, (char) quote, '\n');
            return end < line ? new String(window.chars(), start + 1, end - start - 1) : "";
        }
        int end = start;
        while (window.at(end) > ' ') {
            end++;
        }
        return new String(window.chars(), start, end - start);
    }
}
