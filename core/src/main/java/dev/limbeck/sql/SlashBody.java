package dev.limbeck.sql;

import dev.limbeck.error.ErrorCode;
import dev.limbeck.sql.SqlToken.Kind;
import java.util.Set;

/**
 * A unit that ends only at a line that holds just a slash. Nothing inside it can end it, so what
 * looks like another statement swallowed by it is reported.
 */
final class SlashBody implements ProgramBody {
    /** Words that begin statements which no unit holds as they are. */
    private static final Set<String> SWALLOWED =
            Set.of("CREATE", "ALTER", "DROP", "GRANT", "REVOKE");

    private static final String HINT = "end the unit with a line that holds only /";

    /** How far the name of what is created was read. */
    private enum Name {
        EXPECTED,
        READ,
        NONE
    }

    private final Findings findings;
    private Name name = Name.NONE;
    private boolean opaque;
    private boolean afterTerminator;
    private boolean reported;

    SlashBody(Findings findings) {
        this.findings = findings;
    }

    @Override
    public void begin(String kind, int start, Kind token, SqlScanner scanner) {
        name = kind.isEmpty() ? Name.NONE : Name.EXPECTED;
        opaque = false;
        afterTerminator = false;
        reported = false;
    }

    @Override
    public void accept(Kind token, SqlScanner scanner) {
        if (name != Name.NONE) {
            name(token, scanner);
        }
        if (afterTerminator && !reported) {
            lookForSwallowed(token, scanner);
        }
        afterTerminator = token == Kind.SYMBOL && scanner.isCharacter(';');
    }

    private void name(Kind token, SqlScanner scanner) {
        boolean word = token == Kind.WORD;
        if (token == Kind.SYMBOL && scanner.isCharacter('.')) {
            name = Name.EXPECTED;
        } else if (name == Name.READ) {
            opaque = word && scanner.isWord("WRAPPED");
            name = Name.NONE;
        } else if (word || token == Kind.QUOTED_IDENTIFIER) {
            name = word && scanner.isWord("BODY") ? Name.EXPECTED : Name.READ;
        } else {
            name = Name.NONE;
        }
    }

    private void lookForSwallowed(Kind token, SqlScanner scanner) {
        if (token == Kind.WORD
                && scanner.beginsLine()
                && SWALLOWED.contains(scanner.wordInCapitals())) {
            report(scanner.wordInCapitals() + " is swallowed by the unit before it", scanner);
        } else if (token == Kind.SYMBOL && scanner.isCharacter('/')) {
            report("this slash ends nothing: it is not alone on its line", scanner);
        } else if (token == Kind.SYMBOL && scanner.isCharacter(';')) {
            report("this semicolon ends nothing", scanner);
        }
    }

    private void report(String what, SqlScanner scanner) {
        reported = true;
        String message = what + "; the unit began at line " + findings.statementLine();
        findings.error(ErrorCode.PLSQL_SWALLOWED, message, scanner.start(), HINT);
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public int openedAt() {
        return -1;
    }

    @Override
    public boolean isBlock() {
        return true;
    }

    @Override
    public boolean isOpaque() {
        return opaque;
    }
}
