package dev.limbeck.sql;

import dev.limbeck.sql.SqlToken.Kind;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How deep a text is inside compound statements. The words that open and close them are ordinary
 * names elsewhere, so they count only where a statement can begin.
 */
final class CompoundNesting {
    /** What is open, and so where statements begin in it. */
    private enum Level {
        BLOCK,
        IF,
        CASE_STATEMENT,
        CASE_EXPRESSION,
        LOOP,
        WHILE_HEADER,
        WHILE,
        FOR_HEADER,
        FOR,
        REPEAT,
        UNTIL
    }

    /** What the token before tells about the next one. */
    private enum Before {
        /** A statement may begin. */
        START,
        /** A colon makes the word before a label, and a statement may begin. */
        LABEL,
        /** A name comes, whatever the word. */
        NAME,
        /** What was closed may be named again. */
        END,
        /** The statement goes on. */
        OTHER
    }

    private Level[] levels = new Level[16];
    private int depth;
    private Before before = Before.START;
    private boolean handler;
    private int openedAt = -1;

    /** Makes ready for another text, at a place where a statement may begin. */
    void reset() {
        depth = 0;
        before = Before.START;
        handler = false;
        openedAt = -1;
    }

    /** Opens a block whose first word stands at an index. */
    void openBlock(int index) {
        push(Level.BLOCK, index);
        before = Before.START;
    }

    /** Returns whether anything is open. */
    boolean isOpen() {
        return depth > 0;
    }

    /** Returns the index of the word that opened the outermost of what is open. */
    int openedAt() {
        return openedAt;
    }

    /** Hears the next token of code. */
    void accept(Kind token, SqlScanner scanner) {
        Before last = before;
        before = Before.OTHER;
        if (token == Kind.SYMBOL) {
            symbol(last, scanner);
        } else if (token == Kind.QUOTED_IDENTIFIER && last == Before.START) {
            before = Before.LABEL;
        } else if (token == Kind.WORD && last != Before.NAME) {
            word(last, scanner);
        }
    }

    private void symbol(Before last, SqlScanner scanner) {
        if (scanner.isCharacter(';')) {
            // No expression goes beyond a terminator; what looked like one is left to the server.
            while (isTop(Level.CASE_EXPRESSION)) {
                depth--;
            }
            before = Before.START;
            handler = false;
        } else if (scanner.isCharacter('.')) {
            before = Before.NAME;
        } else if (last == Before.LABEL && scanner.isCharacter(':')) {
            before = Before.START;
        }
    }

    private void word(Before last, SqlScanner scanner) {
        boolean starts = last == Before.START;
        if (scanner.isWord("END") && (starts || isTop(Level.CASE_EXPRESSION, Level.UNTIL))) {
            depth = Math.max(0, depth - 1);
            before = Before.END;
            return;
        }
        if (last == Before.END) {
            return;
        }
        Level opened = opened(scanner, starts);
        if (opened == null) {
            inside(scanner, starts);
            return;
        }
        push(opened, scanner.start());
        handler = false;
        if (isTop(Level.BLOCK, Level.LOOP, Level.REPEAT)) {
            before = Before.START;
        }
    }

    private @Nullable Level opened(SqlScanner scanner, boolean starts) {
        if (scanner.isWord("CASE")) {
            return starts ? Level.CASE_STATEMENT : Level.CASE_EXPRESSION;
        }
        if (scanner.isWord("BEGIN")) {
            return starts || handler ? Level.BLOCK : null;
        }
        if (!starts) {
            return null;
        }
        if (scanner.isWord("IF")) {
            return Level.IF;
        }
        if (scanner.isWord("LOOP")) {
            return Level.LOOP;
        }
        if (scanner.isWord("WHILE")) {
            return Level.WHILE_HEADER;
        }
        if (scanner.isWord("FOR")) {
            return Level.FOR_HEADER;
        }
        return scanner.isWord("REPEAT") ? Level.REPEAT : null;
    }

    /** Hears a word that neither opens nor closes anything. */
    private void inside(SqlScanner scanner, boolean starts) {
        if (scanner.isWord("AS")) {
            before = Before.NAME;
        } else if (scanner.isWord("THEN") || scanner.isWord("ELSE")) {
            before = isTop(Level.IF, Level.CASE_STATEMENT) ? Before.START : Before.OTHER;
        } else if (scanner.isWord("DO") && isTop(Level.WHILE_HEADER, Level.FOR_HEADER)) {
            levels[depth - 1] = isTop(Level.FOR_HEADER) ? Level.FOR : Level.WHILE;
            before = Before.START;
        } else if (scanner.isWord("UNTIL") && starts && isTop(Level.REPEAT)) {
            levels[depth - 1] = Level.UNTIL;
        } else if (scanner.isWord("HANDLER")) {
            handler = true;
        } else if (starts) {
            // BEGIN NOT ATOMIC and BEGIN ATOMIC: the first statement is still to come.
            boolean ofBegin = scanner.isWord("NOT") || scanner.isWord("ATOMIC");
            before = ofBegin ? Before.START : Before.LABEL;
        }
    }

    private void push(Level level, int index) {
        if (depth == 0) {
            openedAt = index;
        }
        if (depth == levels.length) {
            levels = Arrays.copyOf(levels, depth * 2);
        }
        levels[depth++] = level;
    }

    private boolean isTop(Level... anyOf) {
        return depth > 0 && Arrays.asList(anyOf).contains(levels[depth - 1]);
    }
}
