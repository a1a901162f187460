package dev.limbeck.sql;

/**
 * A {@code -- limbeck: …} line of a script, as it stands there; what it asks for is decided by who
 * reads it. Only {@code delimiter} and {@code statement} concern the splitter itself.
 *
 * @param name the first word after the colon, for example {@code renamed-from}; empty where there
 *     is none
 * @param argument what follows the name, without blanks at its ends
 * @param span the comment, from its first dash to the end of its line
 * @param argumentColumn 1-based column at which the argument begins, or would begin
 */
public record Directive(String name, String argument, SourceSpan span, int argumentColumn) {}
