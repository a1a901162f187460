package dev.limbeck.sql;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.Severity;
import dev.limbeck.error.SourceLocation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is found wrong with a script, and where places of it are. */
final class Findings {
    /** More findings than anybody reads; a script that is no script at all must not fill memory. */
    private static final int MOST = 1000;

    private final Path shown;
    private final CharWindow window;
    private final LineCounter counter;
    private final LineCounter statementStart;
    private final List<Diagnostic> list = new ArrayList<>();

    Findings(Path shown, CharWindow window, int first) {
        this.shown = shown;
        this.window = window;
        this.counter = new LineCounter(window, first);
        this.statementStart = new LineCounter(window, first);
    }

    /** Returns what was found so far. */
    List<Diagnostic> list() {
        return List.copyOf(list);
    }

    /** Remembers that a statement begins at an index, and returns its place. */
    TextPosition beginStatement(int index) {
        counter.advance(index);
        statementStart.standAt(counter);
        return counter.position();
    }

    /** Returns the line in which the statement that began last begins. */
    int statementLine() {
        return statementStart.position().line();
    }

    /** Returns the place of an index, which lies in the statement that began last or after it. */
    TextPosition locate(int index) {
        if (index >= counter.index()) {
            counter.advance(index);
            return counter.position();
        }
        LineCounter again = new LineCounter(window, index);
        again.standAt(statementStart);
        again.advance(index);
        return again.position();
    }

    /** Returns the span between two indexes, the first of which has a known place. */
    SourceSpan span(int start, int end, TextPosition place) {
        return new SourceSpan(
                window.offset(start), window.offset(end), place.line(), place.column());
    }

    /** Returns the span between two indexes. */
    SourceSpan span(int start, int end) {
        return span(start, end, locate(start));
    }

    void error(ErrorCode code, String message, int index, String hint) {
        add(Severity.ERROR, code, message, locate(index), hint);
    }

    void error(ErrorCode code, String message, TextPosition place, String hint) {
        add(Severity.ERROR, code, message, place, hint);
    }

    void warning(ErrorCode code, String message, int index, String hint) {
        add(Severity.WARNING, code, message, locate(index), hint);
    }

    private void add(
            Severity severity, ErrorCode code, String message, TextPosition place, String hint) {
        if (list.size() > MOST) {
            return;
        }
        SourceLocation where = new SourceLocation(shown, place.line(), place.column());
        if (list.size() == MOST) {
            list.add(Diagnostic.error(code, "more was found from here on and is left out", where));
            return;
        }
        Optional<String> advice = hint.isEmpty() ? Optional.empty() : Optional.of(hint);
        list.add(new Diagnostic(severity, code, message, Optional.of(where), advice));
    }

    /** Makes the window forget what lies before an index; nothing of it may be located again. */
    void forget(int before) {
        counter.advance(before);
        window.forget(before);
        counter.forgotten(before);
        statementStart.standAt(counter);
    }

    /** Passes over all that is in the window, and empties it. */
    void passAll() {
        counter.advance(window.limit());
        counter.forgotten(window.limit());
        window.restart();
    }
}
