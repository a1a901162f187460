package dev.limbeck.sql;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.sql.ClientCommandRule.Ruling;
import dev.limbeck.sql.SqlToken.Kind;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads statements from a window: decides at which token each one begins and ends. */
final class ScriptReader implements StatementReader {
    private static final String ORDINARY_TERMINATOR = ";";

    private final CharWindow window;
    private final SqlScanner scanner;
    private final LinePassages lines;
    private final Findings findings;
    private final ClientCommands commands;
    private final ScriptDirectives directives;
    private final StatementTracker tracker;
    private final SqlLexicon lexicon;
    private final boolean slashLines;
    private final boolean parenthesesHold;

    private boolean lineBlank = true;
    private @Nullable TextPosition exit;
    private @Nullable InlineData inlineData;
    private boolean ended;
    private long lastEnd;
    private TextPosition lastPlace = new TextPosition(1, 1);
    private SourceSpan gap = new SourceSpan(0, 0, 1, 1);

    private boolean open;
    private int start;
    private TextPosition place = lastPlace;
    private int codeEnd;
    private int lastCodeEnd;
    private boolean afterTerminator;
    private int parentheses;
    private int parenthesisAt;
    private int executableAt;
    private int unterminatedAt = -1;
    private Kind unterminated = Kind.WHITE_SPACE;
    private boolean tracking;

    ScriptReader(CharWindow window, SqlLexicon lexicon, Path shown) throws IOException {
        int first = window.passByteOrderMark();
        this.window = window;
        this.lexicon = lexicon;
        scanner = new SqlScanner(window, lexicon, first);
        lines = new LinePassages(window);
        findings = new Findings(shown, window, first);
        commands = new ClientCommands(window, lexicon);
        slashLines = lexicon.has(LexicalFeature.SLASH_LINE_ENDS_STATEMENT);
        directives = new ScriptDirectives(window, findings, slashLines);
        tracker = new StatementTracker(lexicon, findings);
        parenthesesHold = lexicon.has(LexicalFeature.PARENTHESES_HOLD_STATEMENTS);
    }

    @Override
    public Optional<Statement> next() throws IOException {
        if (inlineData != null) {
            scanner.seek(inlineData.pass());
            inlineData = null;
        }
        while (!ended) {
            if (!open && unterminatedAt < 0 && window.isWorthForgetting(scanner.end())) {
                int before = scanner.end();
                findings.forget(before);
                scanner.forgotten(before);
            }
            Kind kind = scanner.next();
            Statement statement = kind == null ? end() : accept(kind);
            if (statement != null) {
                return Optional.of(statement);
            }
        }
        return Optional.empty();
    }

    private @Nullable Statement accept(Kind kind) throws IOException {
        if (kind == Kind.WHITE_SPACE) {
            lineBlank |= scanner.heldNewline();
            return null;
        }
        boolean lineBegins = lineBlank;
        lineBlank = false;
        if (scanner.isUnterminated()) {
            unterminatedAt = scanner.start();
            unterminated = kind;
        }
        if (kind == Kind.COMMENT) {
            return comment(lineBegins);
        }
        if (!open) {
            Statement instead = outside(kind, lineBegins);
            if (!open) {
                return instead;
            }
        }
        return inside(kind, lineBegins);
    }

    /** Looks at a token with which a statement may begin; opens one where it does. */
    private @Nullable Statement outside(Kind kind, boolean lineBegins) throws IOException {
        if (directives.rawStatement() != null) {
            unterminatedAt = -1;
            return rawStatement();
        }
        if (kind == Kind.SYMBOL) {
            if (scanner.isDelimiter() || scanner.isCharacter(';')) {
                return null;
            }
            if (isSlashLine(lineBegins)) {
                return loneSlash();
            }
        }
        ClientCommands.Found command = findCommand(kind, lineBegins);
        if (command != null && command.rule().ruling() != Ruling.STATEMENT) {
            unterminatedAt = -1;
            return clientCommand(command);
        }
        begin(scanner.start());
        open = true;
        tracking = true;
        afterTerminator = false;
        parentheses = 0;
        tracker.reset(start);
        if (exit != null) {
            findings.error(
                    ErrorCode.CLIENT_COMMAND,
                    "the client would end the script in line " + exit.line() + ", before this",
                    start,
                    "remove the command that ends the script, or what follows it");
            exit = null;
        }
        return null;
    }

    private void begin(int index) {
        start = index;
        place = findings.beginStatement(index);
        gap = gapTo(index);
    }

    private SourceSpan gapTo(int index) {
        return new SourceSpan(lastEnd, window.offset(index), lastPlace.line(), lastPlace.column());
    }

    /** Ends the piece at hand, whose text ends at an index. */
    private SourceSpan close(int index) {
        open = false;
        lastEnd = window.offset(index);
        lastPlace = findings.locate(index);
        return findings.span(start, index, place);
    }

    private ClientCommands.@Nullable Found findCommand(Kind kind, boolean lineBegins)
            throws IOException {
        if (kind == Kind.WORD) {
            boolean possible = lineBegins || commands.setsDelimiter(scanner.start(), scanner.end());
            return possible ? commands.word(scanner.start(), scanner.end()) : null;
        }
        if (kind != Kind.SYMBOL) {
            return null;
        }
        if (scanner.isCharacter('\\')) {
            return commands.escape(scanner.start());
        }
        return lineBegins ? commands.sign(scanner.start()) : null;
    }

    /** Takes a token of a statement; returns the statement where the token ends it. */
    private @Nullable Statement inside(Kind kind, boolean lineBegins) throws IOException {
        if (kind == Kind.SYMBOL) {
            if (endsStatement(lineBegins)) {
                return finish();
            }
        } else if (kind == Kind.EXECUTABLE_MARK) {
            executableAt = scanner.executableDepth() == 1 ? scanner.start() : executableAt;
        } else if (lineBegins && kind == Kind.WORD && isMisplacedDelimiterCommand()) {
            return finishBefore(
                    "this statement is not ended before the "
                            + scanner.text()
                            + " that follows it");
        }
        afterTerminator = kind == Kind.SYMBOL && scanner.isCharacter(';');
        lastCodeEnd = afterTerminator ? codeEnd : lastCodeEnd;
        codeEnd = scanner.end();
        if (tracking) {
            boolean looksInto = directives.delimiter().isEmpty() || !tracker.isProgram();
            tracking = tracker.accept(kind, scanner, parentheses) && looksInto;
            if (tracker.isOpaque() && slashLines && directives.delimiter().isEmpty()) {
                return opaqueUnit();
            }
        }
        return null;
    }

    private boolean isMisplacedDelimiterCommand() throws IOException {
        return parentheses == 0
                && scanner.start() > start
                && scanner.executableDepth() == 0
                && commands.setsDelimiter(scanner.start(), scanner.end());
    }

    /** Ends the open statement with an error; the token at hand is looked at again. */
    private Statement finishBefore(String error) throws IOException {
        findings.error(ErrorCode.UNTERMINATED, error, start, "end it with " + terminator());
        scanner.seek(scanner.start());
        lineBlank = true;
        return finish();
    }

    private String terminator() {
        return directives.delimiter().isEmpty() ? ORDINARY_TERMINATOR : directives.delimiter();
    }

    private boolean endsStatement(boolean lineBegins) throws IOException {
        if (scanner.isDelimiter()) {
            return scanner.executableDepth() == 0;
        }
        if (scanner.isCharacter('(')) {
            parenthesisAt = parentheses++ == 0 ? scanner.start() : parenthesisAt;
        } else if (scanner.isCharacter(')')) {
            parentheses = Math.max(0, parentheses - 1);
        } else if (scanner.isCharacter(';')) {
            return directives.isOrdinary()
                    && !(parenthesesHold && parentheses > 0)
                    && scanner.executableDepth() == 0
                    && !tracker.holdsTerminator();
        } else if (scanner.isCharacter('\\') && scanner.executableDepth() == 0) {
            return isEndedByCommand();
        }
        return isSlashLine(lineBegins);
    }

    private boolean isEndedByCommand() throws IOException {
        ClientCommands.Found found = commands.escape(scanner.start());
        if (found == null || found.rule().ruling() == Ruling.STATEMENT) {
            return false;
        }
        if (found.rule().ruling() == Ruling.TERMINATOR) {
            scanner.seek(found.argumentStart());
            return true;
        }
        if (found.rule().ruling() != Ruling.REFUSED) {
            findings.error(
                    ErrorCode.CLIENT_COMMAND,
                    "the client command " + found.rule().name() + " stands inside a statement",
                    scanner.start(),
                    "end the statement before it with " + terminator());
        }
        scanner.seek(scanner.start());
        return true;
    }

    private boolean isSlashLine(boolean lineBegins) throws IOException {
        return slashLines
                && lineBegins
                && scanner.isCharacter('/')
                && directives.delimiter().isEmpty()
                && lines.isBlankToLineEnd(scanner.end());
    }

    private @Nullable Statement comment(boolean lineBegins) throws IOException {
        if (open && lineBegins && directives.beginsRawStatement(scanner.start(), scanner.end())) {
            return finishBefore("this statement is not ended before the directive that follows it");
        }
        if (directives.comment(scanner.start(), scanner.end(), lineBegins)) {
            scanner.setDelimiter(directives.delimiter());
        }
        return null;
    }

    private Statement loneSlash() throws IOException {
        findings.warning(
                ErrorCode.CLIENT_COMMAND,
                "this slash has no statement to end and is passed over",
                scanner.start(),
                "a client would run the statement before it a second time; remove the slash");
        return commandUpTo(scanner.end());
    }

    private Statement clientCommand(ClientCommands.Found found) throws IOException {
        ClientCommandRule rule = found.rule();
        boolean escape = rule.name().startsWith("\\");
        int end = escape ? commands.escapeEnd(found) : commands.lineEnd(found.argumentStart());
        if (rule.ruling() == Ruling.REFUSED) {
            findings.error(
                    ErrorCode.CLIENT_COMMAND,
                    "the client command " + rule.name() + " can't be honoured here",
                    scanner.start(),
                    rule.hint());
        } else if (rule.ruling() == Ruling.DELIMITER) {
            String delimiter = commands.delimiter(found.argumentStart());
            directives.setDelimiter(delimiter, scanner.start());
            scanner.setDelimiter(directives.delimiter());
        } else if (rule.ruling() == Ruling.END_OF_SCRIPT) {
            exit = findings.locate(scanner.start());
        }
        return commandUpTo(end);
    }

    /** Returns the client command between the token at hand and an index. */
    private Statement commandUpTo(int end) {
        begin(scanner.start());
        scanner.seek(end);
        int textEnd = lines.withoutBlanks(start, end);
        String text = new String(window.chars(), start, textEnd - start);
        return new Statement.ClientCommand(text, close(textEnd), directives.take());
    }

    private Statement finish() throws IOException {
        // A plain statement that a slash ends may have a terminator of its own, which no server
        // takes.
        boolean stripped = slashLines && afterTerminator && !tracker.keepsTerminator();
        int textEnd = stripped ? lastCodeEnd : codeEnd;
        String text = new String(window.chars(), start, textEnd - start);
        SourceSpan span = close(textEnd);
        List<Directive> owned = directives.take();
        if (tracker.copiesFromScript()) {
            return new Statement.Copy(text, span, owned, openInlineData());
        }
        return tracker.isBlock()
                ? new Statement.Block(text, span, owned)
                : new Statement.Sql(text, span, owned);
    }

    /** Opens the data in the line after the statement; returns that line. */
    private int openInlineData() throws IOException {
        int lineEnd = lines.lineEnd(scanner.end());
        int rest = lines.skipBlanks(scanner.end());
        if (rest < lineEnd && window.chars()[rest] != '-') {
            findings.error(
                    ErrorCode.INLINE_DATA_MISPLACED,
                    "nothing but a comment may follow here: the data begins in the next line",
                    rest,
                    "move it behind the data");
        }
        int data = lines.nextLine(lineEnd);
        boolean returns = data == lineEnd + 1 && window.chars()[lineEnd] == '\r';
        TextPosition first = findings.locate(data);
        inlineData = new InlineData(window, findings, place, data, returns);
        scanner.seek(data);
        return first.line();
    }

    /** Passes over a unit in another language, up to a line that is a slash. */
    private Statement opaqueUnit() throws IOException {
        LinePassages.Passage passage = lines.toSlash(scanner.end());
        codeEnd = lines.withoutBlanks(start, passage.end());
        scanner.seek(passage.next());
        return finish();
    }

    /** Takes everything up to the directive that ends it as one statement. */
    private Statement rawStatement() throws IOException {
        begin(scanner.start());
        LinePassages.Passage passage = lines.toDirective(start, directives);
        scanner.seek(passage.next());
        int textEnd = withoutTerminator(lines.withoutBlanks(start, passage.end()));
        String text = new String(window.chars(), start, textEnd - start);
        return new Statement.Block(text, close(textEnd), directives.take());
    }

    /** Returns where a text ends without its terminator, which a PL/SQL unit needs and keeps. */
    private int withoutTerminator(int end) {
        String text = new String(window.chars(), start, end - start);
        if (slashLines && (text.endsWith("\n/") || text.endsWith("\r/"))) {
            text = text.substring(0, text.length() - 1).stripTrailing();
        }
        boolean units = slashLines && directives.delimiter().isEmpty();
        boolean kept = units && StatementHead.isProgram(text, lexicon);
        if (!kept && text.endsWith(terminator()) && !text.equals(terminator())) {
            text = text.substring(0, text.length() - terminator().length()).stripTrailing();
        }
        return start + text.length();
    }

    /** Ends the script, and the statement that is open there. */
    private @Nullable Statement end() throws IOException {
        if (window.overflowed()) {
            passOverflow();
            return null;
        }
        directives.abandonRawStatement();
        if (unterminatedAt >= 0) {
            reportUnterminated();
        } else if (open) {
            reportUnclosed();
        }
        unterminatedAt = -1;
        if (open) {
            return finish();
        }
        gap = gapTo(scanner.end());
        ended = true;
        return null;
    }

    private void reportUnterminated() {
        char opening = window.chars()[unterminatedAt];
        if (unterminated == Kind.COMMENT) {
            unclosed("comment", unterminatedAt, "*/");
        } else if (unterminated == Kind.QUOTED_IDENTIFIER) {
            unclosed("quoted name", unterminatedAt, opening == '[' ? "]" : "another " + opening);
        } else if (opening == '$') {
            unclosed("dollar-quoted string", unterminatedAt, "its tag");
        } else {
            unclosed("string", unterminatedAt, "another quote");
        }
    }

    private void reportUnclosed() {
        if (scanner.executableDepth() > 0) {
            unclosed("executable comment", executableAt, "*/");
        } else if (directives.isOrdinary() && parenthesesHold && parentheses > 0) {
            unclosed("parenthesis", parenthesisAt, ")");
        } else if (directives.isOrdinary() && tracker.openedAt() >= 0) {
            unclosed("compound statement", tracker.openedAt(), "END");
        }
    }

    private void unclosed(String what, int index, String closing) {
        findings.error(
                ErrorCode.UNTERMINATED,
                "this " + what + " is never closed",
                index,
                "close it with " + closing);
    }

    /** Reads the rest of a script in which something does not end within what memory allows. */
    private void passOverflow() throws IOException {
        int from = unterminatedAt >= 0 ? unterminatedAt : open ? start : scanner.start();
        findings.error(
                ErrorCode.STATEMENT_TOO_LONG,
                "what begins here has no end within " + window.limit() + " characters",
                from,
                "look for a quote, comment or statement that is not ended");
        do {
            findings.passAll();
        } while (window.reach(0));
        open = false;
        unterminatedAt = -1;
        gap = gapTo(0);
        ended = true;
    }

    @Override
    public Reader inlineData() {
        if (inlineData == null) {
            throw new IllegalStateException("no data follows the last statement");
        }
        return inlineData;
    }

    @Override
    public SourceSpan gap() {
        return gap;
    }

    @Override
    public List<Directive> trailingDirectives() {
        return ended ? directives.pending() : List.of();
    }

    @Override
    public List<Diagnostic> findings() {
        return findings.list();
    }

    @Override
    public void close() throws IOException {
        window.close();
    }
}
