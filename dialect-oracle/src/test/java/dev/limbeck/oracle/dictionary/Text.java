package dev.limbeck.oracle.dictionary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.misc.Interval;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** What stands in a piece of a parse tree. */
final class Text {
    private Text() {}

    /** Returns the piece as it was written. */
    static String of(ParserRuleContext piece) {
        return piece.getStart()
                .getInputStream()
                .getText(
                        Interval.of(
                                piece.getStart().getStartIndex(), piece.getStop().getStopIndex()));
    }

    /** Returns the words of a piece that stand in none of its inner pieces, in upper case. */
    static String words(ParserRuleContext piece) {
        List<String> words = new ArrayList<>();
        for (ParseTree child : piece.children) {
            if (child instanceof TerminalNode word) {
                words.add(word.getText().toUpperCase(Locale.ROOT));
            }
        }
        return " " + String.join(" ", words) + " ";
    }

    /** Returns all words of a piece, in upper case, with one blank between. */
    static String allWords(ParserRuleContext piece) {
        return " " + of(piece).toUpperCase(Locale.ROOT).replaceAll("\\s+", " ") + " ";
    }

    /** Returns the name that a piece stands for, without what stands before its last point. */
    static String name(ParserRuleContext piece) {
        List<String> pieces = pieces(piece);
        return pieces.get(pieces.size() - 1);
    }

    /** Returns the schema before a name; the user's own where there is none. */
    static String schema(ParserRuleContext piece) {
        List<String> pieces = pieces(piece);
        return pieces.size() > 1 ? pieces.get(pieces.size() - 2) : Dictionary.OWN;
    }

    /** Returns the names that points join. */
    static List<String> pieces(ParserRuleContext piece) {
        List<String> pieces = new ArrayList<>();
        StringBuilder now = new StringBuilder();
        boolean quoted = false;
        for (char c : of(piece).toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            }
            if (c == '.' && !quoted) {
                pieces.add(folded(now.toString()));
                now.setLength(0);
            } else {
                now.append(c);
            }
        }
        pieces.add(folded(now.toString()));
        return pieces;
    }

    private static String folded(String written) {
        String name = written.strip();
        return name.startsWith("\"")
                ? name.substring(1, name.length() - 1)
                : name.toUpperCase(Locale.ROOT);
    }

    /** Returns what a string holds. */
    static String string(ParserRuleContext piece) {
        String text = of(piece);
        return text.substring(1, text.length() - 1).replace("''", "'");
    }
}
