package dev.limbeck.sql;

import dev.limbeck.sql.SqlToken.Kind;

/** Follows one statement, token by token, to know whether a terminator ends it. */
final class StatementTracker {
    private final StatementHead head;
    private final ProgramBody body;
    private final boolean slashUnits;
    private StatementHead.Sort sort = StatementHead.Sort.UNDECIDED;
    private InlineFunction inlineFunction = InlineFunction.NONE;
    private int start;
    private boolean fromRead;
    private boolean copiesFromScript;
    private boolean query;

    /** How much was read of {@code WITH FUNCTION name}, which makes a query a procedural unit. */
    private enum InlineFunction {
        NONE,
        WITH,
        FUNCTION
    }

    StatementTracker(SqlLexicon lexicon, Findings findings) {
        StoredPrograms.Body kind = lexicon.programs().body();
        slashUnits = kind == StoredPrograms.Body.SLASH_LINE;
        head = new StatementHead(lexicon);
        body = slashUnits ? new SlashBody(findings) : new CompoundBody(kind);
    }

    /** Makes ready for another statement, whose first token stands at an index. */
    void reset(int start) {
        this.start = start;
        head.reset();
        sort = StatementHead.Sort.UNDECIDED;
        inlineFunction = InlineFunction.NONE;
        fromRead = false;
        copiesFromScript = false;
        query = false;
    }

    /**
     * Hears the next token of code and returns whether the statement's end depends on more of it.
     *
     * @param parentheses how many are open
     */
    boolean accept(Kind token, SqlScanner scanner, int parentheses) {
        switch (sort) {
            case UNDECIDED -> {
                sort = head.accept(token, scanner);
                if (isProgram()) {
                    body.begin(head.kind(), start, token, scanner);
                }
                // The first word may be WITH.
                return sort != StatementHead.Sort.PLAIN || plain(token, scanner);
            }
            case PLAIN -> {
                return plain(token, scanner);
            }
            case COPY -> {
                return copy(token, scanner, parentheses);
            }
            default -> {
                body.accept(token, scanner);
                return true;
            }
        }
    }

    /** Returns whether the statement is told to be a procedural unit, or to create one. */
    boolean isProgram() {
        return sort == StatementHead.Sort.PROGRAM || sort == StatementHead.Sort.OPAQUE;
    }

    private boolean plain(Kind token, SqlScanner scanner) {
        if (!slashUnits) {
            return false;
        }
        boolean name = token == Kind.QUOTED_IDENTIFIER || token == Kind.WORD;
        if (inlineFunction == InlineFunction.FUNCTION && name && !scanner.isWord("AS")) {
            sort = StatementHead.Sort.PROGRAM;
            query = true;
            body.begin("", start, token, scanner);
        } else if (token != Kind.WORD) {
            inlineFunction = InlineFunction.NONE;
        } else if (scanner.isWord("WITH")) {
            inlineFunction = InlineFunction.WITH;
        } else {
            boolean function = scanner.isWord("FUNCTION") || scanner.isWord("PROCEDURE");
            boolean inline = inlineFunction == InlineFunction.WITH && function;
            inlineFunction = inline ? InlineFunction.FUNCTION : InlineFunction.NONE;
        }
        return true;
    }

    private boolean copy(Kind token, SqlScanner scanner, int parentheses) {
        boolean word = token == Kind.WORD && parentheses == 0;
        copiesFromScript |= fromRead && word && scanner.isWord("STDIN");
        fromRead = word && scanner.isWord("FROM");
        return !copiesFromScript;
    }

    /** Returns whether a terminator here belongs to the statement. */
    boolean holdsTerminator() {
        return isProgram() && body.isOpen();
    }

    /** Returns whether the statement is a procedural unit. */
    boolean isBlock() {
        return isProgram() && body.isBlock();
    }

    /** Returns whether a terminator at the end of the text is part of it, as in PL/SQL. */
    boolean keepsTerminator() {
        return isProgram() && !query;
    }

    /** Returns whether what follows is in a language that is not looked into. */
    boolean isOpaque() {
        return sort == StatementHead.Sort.OPAQUE || (isProgram() && body.isOpaque());
    }

    /** Returns whether data follows the statement in the script. */
    boolean copiesFromScript() {
        return copiesFromScript;
    }

    /** Returns the index of the word that opened what is still open, or -1. */
    int openedAt() {
        return isProgram() ? body.openedAt() : -1;
    }
}
