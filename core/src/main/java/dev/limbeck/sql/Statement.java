package dev.limbeck.sql;

/** One piece of a script that the splitter hands over. */
public sealed interface Statement {

    /** Returns the text exactly as it stands in the file, without its terminator. */
    String text();

    /** Returns where the text stands. */
    SourceSpan span();

    /** A plain statement. */
    record Sql(String text, SourceSpan span) implements Statement {}

    /**
     * A procedural unit: PL/SQL, {@code BEGIN … END}, or what a directive declared one statement.
     */
    record Block(String text, SourceSpan span) implements Statement {}

    /**
     * A {@code COPY … FROM STDIN}; its data follows in the script and is read with {@link
     * StatementReader#inlineData()} before the next statement is asked for.
     */
    record Copy(String text, SourceSpan span) implements Statement {}

    /** A line for a client such as psql or SQL*Plus; it guides splitting and is never sent. */
    record ClientCommand(String text, SourceSpan span) implements Statement {}
}
