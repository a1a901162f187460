package dev.limbeck.cli.print;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.Severity;
import dev.limbeck.error.SourceLocation;
import dev.limbeck.error.StatementFailedException.FailedStatement;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Prints findings for a person: what, where, the line itself, what became of the statements before,
 * what to do.
 */
public final class DiagnosticPrinter {
    /** Line numbers are right-aligned in at least this many columns. */
    private static final int GUTTER = 2;

    private final PrintStream out;
    private final Palette palette;
    private final Path folder;
    private final Redactor redactor;

    /**
     * @param folder where relative paths start
     */
    public DiagnosticPrinter(PrintStream out, Palette palette, Path folder, Redactor redactor) {
        this.out = out;
        this.palette = palette;
        this.folder = folder;
        this.redactor = redactor;
    }

    /** Prints all findings of a failure. */
    public void print(Failure failure) {
        String separator = "";
        for (Diagnostic diagnostic : failure.diagnostics()) {
            out.print(separator);
            print(
                    diagnostic,
                    failure.message(diagnostic, redactor),
                    diagnostic.equals(failure.decisive()) ? failure.statement() : Optional.empty(),
                    failure.hint(diagnostic, redactor));
            separator = System.lineSeparator();
        }
    }

    /** Prints one finding of ours that is no failure. */
    public void print(Diagnostic diagnostic) {
        print(
                diagnostic,
                redactor.redactOwn(diagnostic.message()),
                Optional.empty(),
                diagnostic.hint().map(redactor::redactAdvice));
    }

    private void print(
            Diagnostic diagnostic,
            String message,
            Optional<FailedStatement> statement,
            Optional<String> hint) {
        out.println(
                palette.severity(
                                diagnostic.severity(),
                                word(diagnostic.severity()) + "[" + diagnostic.code().id() + "]")
                        + palette.strong(": " + indented(message)));
        Optional<SourceExcerpt> excerpt =
                diagnostic.where().flatMap(where -> SourceExcerpt.of(folder, where));
        int digits =
                diagnostic.where().map(where -> String.valueOf(where.line()).length()).orElse(0);
        String indent = " ".repeat(Math.max(GUTTER, digits));
        diagnostic.where().ifPresent(where -> out.println(indent + arrow(where)));
        excerpt.ifPresent(found -> printExcerpt(found, diagnostic.where().orElseThrow(), indent));
        statement.ifPresent(failed -> printNote(indent, fate(failed)));
        diagnostic.difference().ifPresent(lines -> printDifference(indent, lines));
        hint.ifPresent(text -> printNote(indent, "hint: " + indented(text)));
        out.flush();
    }

    private String arrow(SourceLocation where) {
        return palette.frame("-->") + " " + redactor.redactOwn(where.toString());
    }

    private void printExcerpt(SourceExcerpt excerpt, SourceLocation where, String indent) {
        int line = where.line();
        // A configuration file holds secrets nobody knows yet; in a script a mask would only
        // move the words away from the mark below them.
        String text =
                where.file().toString().endsWith(".toml")
                        ? redactor.redactSetting(excerpt.line(), excerpt.caret())
                        : redactor.redactKnown(excerpt.line());
        String number = " ".repeat(indent.length() - String.valueOf(line).length()) + line;
        out.println(indent + palette.frame(" |"));
        out.println(palette.frame(number + " |") + " " + text);
        if (excerpt.caret() >= 0) {
            out.println(
                    indent
                            + palette.frame(" |")
                            + " "
                            + " ".repeat(excerpt.caret())
                            + palette.severity(Severity.ERROR, "^".repeat(excerpt.width())));
        }
    }

    private void printDifference(String indent, String lines) {
        printNote(indent, "as it ran (-) and as it is now (+):");
        redactor.redactKnown(lines).lines().forEach(line -> out.println("     " + line));
    }

    private void printNote(String indent, String note) {
        out.println(indent + palette.frame(" = ") + note);
    }

    /** Further lines of a text that has several stand under the first. */
    private static String indented(String text) {
        return text.stripTrailing().replace("\n", "\n     ");
    }

    /** Returns the word a severity is printed as. */
    public static String word(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    /** Returns which statement failed and what became of the ones before it. */
    static String fate(FailedStatement failed) {
        List<String> words = new ArrayList<>();
        words.add("revision " + failed.revision());
        words.add(failed.direction());
        words.add("statement " + failed.ordinal() + " of " + failed.total());
        String sentence = String.join(", ", words);
        int before = failed.ordinal() - 1;
        if (before == 0) {
            return sentence;
        }
        String which = before == 1 ? "statement 1" : "statements 1-" + before;
        if (failed.rolledBack()) {
            return sentence + "; " + which + (before == 1 ? " was" : " were") + " rolled back";
        }
        return sentence + "; " + which + (before == 1 ? " is" : " are") + " done";
    }
}
