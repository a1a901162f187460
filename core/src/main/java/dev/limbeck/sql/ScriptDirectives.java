package dev.limbeck.sql;

import dev.limbeck.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The {@code -- limbeck: …} lines of a script: keeps them for the statement they belong to, and
 * knows what those that guide splitting ask for.
 */
final class ScriptDirectives {
    /** Longer ones are a mistake, and looking for them at each place would take time. */
    private static final int LONGEST_DELIMITER = 64;

    private static final String MARK = "limbeck:";

    private final CharWindow window;
    private final Findings findings;
    private final boolean slashLines;
    private final List<Directive> pending = new ArrayList<>();
    private String delimiter = "";
    private boolean slashOnly;
    private @Nullable TextPosition rawStatement;

    ScriptDirectives(CharWindow window, Findings findings, boolean slashLines) {
        this.window = window;
        this.findings = findings;
        this.slashLines = slashLines;
    }

    /** Returns the text that ends statements; empty: what ordinarily does. */
    String delimiter() {
        return delimiter;
    }

    /** Returns whether the ordinary terminator ends statements. */
    boolean isOrdinary() {
        return delimiter.isEmpty() && !slashOnly;
    }

    /** Returns where a raw statement was begun that has not been ended. */
    @Nullable TextPosition rawStatement() {
        return rawStatement;
    }

    /** Returns the directives since they were taken last. */
    List<Directive> pending() {
        return List.copyOf(pending);
    }

    /** Returns the directives since the last call. */
    List<Directive> take() {
        List<Directive> taken = List.copyOf(pending);
        pending.clear();
        return taken;
    }

    /**
     * Looks at a comment and returns whether it is a directive.
     *
     * @param alone whether nothing stands before it on its line
     */
    boolean comment(int start, int end, boolean alone) {
        Directive directive = read(start, end);
        if (directive == null) {
            return false;
        }
        if (!alone) {
            findings.error(
                    ErrorCode.DIRECTIVE_INVALID,
                    "a directive stands on a line of its own",
                    start,
                    "move it to the line before");
            return true;
        }
        pending.add(directive);
        switch (directive.name()) {
            case "delimiter" -> setDelimiter(directive.argument(), start);
            case "statement" -> statement(directive, start);
            default -> {
                // The other ones are for who reads the statements.
            }
        }
        return true;
    }

    /** Returns whether a comment begins a statement that is taken as it is. */
    boolean beginsRawStatement(int start, int end) {
        Directive directive = read(start, end);
        return directive != null && isStatement(directive, "begin");
    }

    /**
     * Returns whether a comment ends a statement that is taken as it is; keeps the directive if so.
     */
    boolean endsRawStatement(int start, int end) {
        Directive directive = read(start, end);
        if (directive == null || !isStatement(directive, "end")) {
            return false;
        }
        pending.add(directive);
        rawStatement = null;
        return true;
    }

    /** Gives up on the end of a statement that is taken as it is. */
    void abandonRawStatement() {
        if (rawStatement != null) {
            findings.error(
                    ErrorCode.UNTERMINATED,
                    "the statement that this directive begins is never ended",
                    rawStatement,
                    "end it with: -- limbeck: statement end");
            rawStatement = null;
        }
    }

    private static boolean isStatement(Directive directive, String argument) {
        return directive.name().equals("statement") && directive.argument().equals(argument);
    }

    private void statement(Directive directive, int start) {
        String problem = "";
        if (isStatement(directive, "begin")) {
            problem = rawStatement == null ? "" : "a statement was begun before and is not ended";
            rawStatement = rawStatement == null ? findings.locate(start) : rawStatement;
        } else if (isStatement(directive, "end")) {
            problem =
                    rawStatement == null ? "no statement was begun" : "there is no statement here";
            rawStatement = null;
        } else {
            problem = "the directive is 'statement begin' or 'statement end'";
        }
        if (!problem.isEmpty()) {
            findings.error(ErrorCode.DIRECTIVE_INVALID, problem, start, "");
        }
    }

    /** Sets what ends the statements that follow, as the text at an index asks. */
    void setDelimiter(String text, int index) {
        if (text.isEmpty()) {
            findings.error(
                    ErrorCode.DIRECTIVE_INVALID, "there is no delimiter", index, "for example //");
        } else if (text.length() > LONGEST_DELIMITER || text.chars().anyMatch(c -> c <= ' ')) {
            findings.error(
                    ErrorCode.DIRECTIVE_INVALID,
                    "a delimiter has at most " + LONGEST_DELIMITER + " characters and no blanks",
                    index,
                    "");
        } else {
            slashOnly = slashLines && text.equals("/");
            delimiter = slashOnly || text.equals(";") ? "" : text;
        }
    }

    private @Nullable Directive read(int start, int end) {
        int name = markEnd(start, end);
        if (name < 0) {
            return null;
        }
        name = skipBlanks(name, end);
        int nameEnd = name;
        while (nameEnd < end && window.chars()[nameEnd] > ' ') {
            nameEnd++;
        }
        int argument = skipBlanks(nameEnd, end);
        String rest = new String(window.chars(), argument, end - argument).stripTrailing();
        SourceSpan span = findings.span(start, end);
        String word = new String(window.chars(), name, nameEnd - name);
        return new Directive(word, rest, span, span.column() + argument - start);
    }

    /** Returns the index after the mark, or -1 where the comment has none. */
    private int markEnd(int start, int end) {
        char[] chars = window.chars();
        if (end - start < 2 + MARK.length() || chars[start] != '-' || chars[start + 1] != '-') {
            return -1;
        }
        int mark = skipBlanks(start + 2, end);
        if (end - mark < MARK.length()) {
            return -1;
        }
        for (int i = 0; i < MARK.length(); i++) {
            if (chars[mark + i] != MARK.charAt(i)) {
                return -1;
            }
        }
        return mark + MARK.length();
    }

    private int skipBlanks(int from, int end) {
        int i = from;
        while (i < end && (window.chars()[i] == ' ' || window.chars()[i] == '\t')) {
            i++;
        }
        return i;
    }
}
