package dev.limbeck.sql;

import java.util.List;

/** One piece of a script that the splitter hands over. */
public sealed interface Statement {

    /**
     * Returns the text exactly as it stands in the file: from its first character that is neither
     * white space nor comment to its last one, terminator excluded.
     */
    String text();

    /** Returns where the text stands. */
    SourceSpan span();

    /**
     * Returns the directive lines that belong to this statement, in order of place: those after the
     * statement before, and those inside its own text (their span lies within {@link #span()}).
     */
    List<Directive> directives();

    /** Returns whether the text is sent to the server. */
    default boolean isSent() {
        return true;
    }

    /** Returns whether data for the statement follows in the script. */
    default boolean hasInlineData() {
        return false;
    }

    /** Returns the 1-based line in which that data begins; 0 where there is none. */
    default int dataLine() {
        return 0;
    }

    /** Returns whether this is a unit of several statements, of which some may be done already. */
    default boolean isProcedural() {
        return false;
    }

    /** A plain statement. */
    record Sql(String text, SourceSpan span, List<Directive> directives) implements Statement {
        public Sql {
            directives = List.copyOf(directives);
        }

        /** Makes one that no directive belongs to. */
        public Sql(String text, SourceSpan span) {
            this(text, span, List.of());
        }
    }

    /**
     * A procedural unit: PL/SQL, {@code BEGIN … END}, or what a directive declared one statement.
     */
    record Block(String text, SourceSpan span, List<Directive> directives) implements Statement {
        public Block {
            directives = List.copyOf(directives);
        }

        /** Makes one that no directive belongs to. */
        public Block(String text, SourceSpan span) {
            this(text, span, List.of());
        }

        @Override
        public boolean isProcedural() {
            return true;
        }
    }

    /**
     * A {@code COPY … FROM STDIN}; its data follows in the script and is read with {@link
     * StatementReader#inlineData()} before the next statement is asked for.
     *
     * @param dataLine 1-based line of the file in which the data begins
     */
    record Copy(String text, SourceSpan span, List<Directive> directives, int dataLine)
            implements Statement {
        public Copy {
            directives = List.copyOf(directives);
        }

        @Override
        public boolean hasInlineData() {
            return true;
        }
    }

    /**
     * A line for a client such as psql, mysql or SQL*Plus: it guides splitting, or matters to
     * nobody here, and is never sent.
     */
    record ClientCommand(String text, SourceSpan span, List<Directive> directives)
            implements Statement {
        public ClientCommand {
            directives = List.copyOf(directives);
        }

        @Override
        public boolean isSent() {
            return false;
        }
    }
}
