package dev.limbeck.script;

/**
 * A change to one line of one file.
 *
 * @param file the file
 * @param line 1-based number of the line
 * @param before the line as it stands, without its end
 * @param after the line as it shall be
 */
public record HeaderEdit(ScriptFile file, int line, String before, String after) {}
