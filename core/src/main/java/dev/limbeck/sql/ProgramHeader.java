package dev.limbeck.sql;

import dev.limbeck.sql.SqlToken.Kind;
import java.util.Set;

/** Finds where the body of a {@code CREATE PROCEDURE} and its kin begins. */
final class ProgramHeader {
    /** What a token tells. */
    enum Outcome {
        /** The body is still to come. */
        HEADER,
        /** The token is the first of a compound body. */
        COMPOUND_BODY,
        /** The token follows the {@code BEGIN} that opens an atomic body. */
        ATOMIC_BODY,
        /** The body is an ordinary statement. */
        SIMPLE_BODY
    }

    private enum Before {
        NAME,
        OPERATOR,
        EACH,
        BEGIN,
        OTHER
    }

    /** After these a name stands, whatever it is. */
    private static final Set<String> BEFORE_NAMES =
            Set.of(
                    "PROCEDURE",
                    "FUNCTION",
                    "TRIGGER",
                    "EVENT",
                    "ON",
                    "EXISTS",
                    "FOLLOWS",
                    "PRECEDES",
                    "TO",
                    "OF",
                    "WHEN",
                    "DEFAULT",
                    "CHARACTER",
                    "RETURNS");

    private static final Set<String> COMPOUND_STATEMENTS =
            Set.of("IF", "CASE", "LOOP", "WHILE", "REPEAT", "FOR");

    private static final Set<String> ORDINARY_STATEMENTS =
            Set.of(
                    "SELECT",
                    "INSERT",
                    "UPDATE",
                    "DELETE",
                    "REPLACE",
                    "SET",
                    "CALL",
                    "RETURN",
                    "WITH",
                    "SIGNAL",
                    "RESIGNAL",
                    "DROP",
                    "CREATE",
                    "ALTER",
                    "TRUNCATE",
                    "EXECUTE",
                    "PREPARE",
                    "ANALYZE",
                    "OPTIMIZE");

    private final boolean atomic;
    private String kind = "";
    private Before before = Before.NAME;
    private int parentheses;
    private boolean bodyMayBegin;
    private int beginAt;

    /**
     * Makes one.
     *
     * @param body what opens the body: {@code BEGIN ATOMIC} only, or any compound statement
     */
    ProgramHeader(StoredPrograms.Body body) {
        atomic = body == StoredPrograms.Body.ATOMIC_BLOCK;
    }

    /** Makes ready for another unit, after the word that tells its kind. */
    void reset(String kind) {
        this.kind = kind;
        before = Before.NAME;
        parentheses = 0;
        bodyMayBegin = false;
    }

    /** Returns the index of the {@code BEGIN} of an atomic body. */
    int beginAt() {
        return beginAt;
    }

    /** Hears the next token of code. */
    Outcome accept(Kind token, SqlScanner scanner) {
        if (token == Kind.SYMBOL) {
            symbol(scanner);
            return Outcome.HEADER;
        }
        Before last = before;
        before = Before.OTHER;
        if (token != Kind.WORD
                || parentheses > 0
                || last == Before.NAME
                || last == Before.OPERATOR) {
            return Outcome.HEADER;
        }
        String word = scanner.wordInCapitals();
        if (BEFORE_NAMES.contains(word)) {
            before = Before.NAME;
        }
        return atomic ? atomicWord(last, word, scanner) : word(last, word);
    }

    private void symbol(SqlScanner scanner) {
        before = Before.OPERATOR;
        if (scanner.isCharacter('(')) {
            parentheses++;
        } else if (scanner.isCharacter(')')) {
            parentheses = Math.max(0, parentheses - 1);
            bodyMayBegin |=
                    parentheses == 0 && (kind.equals("PROCEDURE") || kind.equals("FUNCTION"));
            before = Before.OTHER;
        } else if (scanner.isCharacter(':')) {
            before = Before.OTHER;
        }
    }

    private Outcome atomicWord(Before last, String word, SqlScanner scanner) {
        if (last == Before.BEGIN && word.equals("ATOMIC")) {
            return Outcome.ATOMIC_BODY;
        }
        if (word.equals("BEGIN")) {
            before = Before.BEGIN;
            beginAt = scanner.start();
        }
        return Outcome.HEADER;
    }

    private Outcome word(Before last, String word) {
        if (word.equals("BEGIN")) {
            return Outcome.COMPOUND_BODY;
        }
        if (bodyMayBegin) {
            if (COMPOUND_STATEMENTS.contains(word)) {
                return Outcome.COMPOUND_BODY;
            }
            return ORDINARY_STATEMENTS.contains(word) ? Outcome.SIMPLE_BODY : Outcome.HEADER;
        }
        if (word.equals("EACH")) {
            before = Before.EACH;
        }
        bodyMayBegin =
                (kind.equals("EVENT") && word.equals("DO"))
                        || (kind.equals("TRIGGER") && last == Before.EACH && word.equals("ROW"));
        return Outcome.HEADER;
    }
}
