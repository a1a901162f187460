package dev.limbeck.sql;

import dev.limbeck.sql.SqlToken.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;

/** Tells from a statement's first tokens how its end will be found. */
final class StatementHead {
    /** Words that may stand between CREATE or ALTER and the kind of what it is about. */
    private static final Set<String> MODIFIERS =
            Set.of(
                    "OR",
                    "REPLACE",
                    "EDITIONABLE",
                    "NONEDITIONABLE",
                    "AND",
                    "RESOLVE",
                    "COMPILE",
                    "NOFORCE",
                    "AGGREGATE",
                    "TEMP",
                    "TEMPORARY",
                    "CONSTRAINT",
                    "SQL",
                    "SECURITY",
                    "INVOKER",
                    "IF",
                    "NOT",
                    "EXISTS");

    /** What an ALTER may give another body; of everything else it changes only attributes. */
    private static final Set<String> HAVE_NEW_BODIES = Set.of("EVENT");

    private static final int LONGEST_WORD = 30;

    /** What the first tokens have told. */
    enum Sort {
        /** Nothing yet. */
        UNDECIDED,
        /** It ends at the next terminator. */
        PLAIN,
        /** It is a procedural unit. */
        PROGRAM,
        /** It is a unit in a language that is not looked into. */
        OPAQUE,
        /** Data may follow it. */
        COPY
    }

    private enum State {
        FIRST,
        CREATE,
        DEFINER,
        BEGIN,
        DONE
    }

    private final StoredPrograms programs;
    private final boolean copies;
    private State state = State.FIRST;
    private boolean definerName;
    private boolean alters;
    private String kind = "";

    StatementHead(SqlLexicon lexicon) {
        programs = lexicon.programs();
        copies = lexicon.has(LexicalFeature.INLINE_COPY_DATA);
    }

    /** Returns whether a text is a procedural unit. */
    static boolean isProgram(String text, SqlLexicon lexicon) {
        StatementHead head = new StatementHead(lexicon);
        SqlScanner scanner = new SqlScanner(CharWindow.over(text), lexicon, 0);
        Sort sort = Sort.UNDECIDED;
        try {
            for (Kind token = scanner.next();
                    token != null && sort == Sort.UNDECIDED;
                    token = scanner.next()) {
                boolean trivia = token == Kind.WHITE_SPACE || token == Kind.COMMENT;
                sort = trivia ? sort : head.accept(token, scanner);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
        return sort == Sort.PROGRAM || sort == Sort.OPAQUE;
    }

    /** Forgets all it heard: another statement begins. */
    void reset() {
        state = State.FIRST;
        kind = "";
    }

    /** Returns the kind of what a unit creates, in capitals; empty: none. */
    String kind() {
        return kind;
    }

    /** Hears the next token of code. */
    Sort accept(Kind token, SqlScanner scanner) {
        if (token == Kind.EXECUTABLE_MARK) {
            return Sort.UNDECIDED;
        }
        return switch (state) {
            case FIRST -> first(token, scanner);
            case CREATE -> create(token, scanner);
            case DEFINER -> definer(token, scanner);
            case BEGIN ->
                    done(token == Kind.WORD && scanner.isWord("NOT") ? Sort.PROGRAM : Sort.PLAIN);
            case DONE -> Sort.PLAIN;
        };
    }

    private Sort done(Sort sort) {
        state = State.DONE;
        return sort;
    }

    private Sort first(Kind token, SqlScanner scanner) {
        if (token == Kind.WORD) {
            alters = scanner.isWord("ALTER");
            if (alters || scanner.isWord("CREATE")) {
                return after(State.CREATE);
            }
            if (copies && scanner.isWord("COPY")) {
                return done(Sort.COPY);
            }
            return opening(scanner);
        }
        boolean label =
                programs.body() == StoredPrograms.Body.SLASH_LINE
                        && token == Kind.SYMBOL
                        && scanner.text().equals("<<");
        return done(label ? Sort.PROGRAM : Sort.PLAIN);
    }

    private Sort after(State next) {
        state = next;
        return Sort.UNDECIDED;
    }

    private Sort opening(SqlScanner scanner) {
        for (String opening : programs.openings()) {
            if (scanner.isWord(opening)) {
                // BEGIN alone begins a transaction where compound statements say BEGIN NOT ATOMIC.
                boolean transaction =
                        programs.body() == StoredPrograms.Body.COMPOUND_STATEMENT
                                && opening.equals("BEGIN");
                return transaction ? after(State.BEGIN) : done(Sort.PROGRAM);
            }
        }
        return done(Sort.PLAIN);
    }

    private Sort create(Kind token, SqlScanner scanner) {
        if (token != Kind.WORD || scanner.end() - scanner.start() > LONGEST_WORD) {
            return done(Sort.PLAIN);
        }
        if (scanner.isWord("DEFINER")) {
            definerName = false;
            return after(State.DEFINER);
        }
        for (String word : programs.kinds()) {
            if (scanner.isWord(word) && (!alters || HAVE_NEW_BODIES.contains(word))) {
                kind = word;
                return done(programs.opaqueKinds().contains(word) ? Sort.OPAQUE : Sort.PROGRAM);
            }
        }
        return MODIFIERS.contains(scanner.wordInCapitals()) ? Sort.UNDECIDED : done(Sort.PLAIN);
    }

    /** Passes over {@code = user}, {@code = user@host} and {@code = CURRENT_USER()}. */
    private Sort definer(Kind token, SqlScanner scanner) {
        boolean punctuation = token == Kind.SYMBOL && !scanner.isCharacter(';');
        if (punctuation) {
            definerName = definerName && !scanner.isCharacter('@');
            return Sort.UNDECIDED;
        }
        if (!definerName) {
            definerName = true;
            return Sort.UNDECIDED;
        }
        state = State.CREATE;
        return create(token, scanner);
    }
}
