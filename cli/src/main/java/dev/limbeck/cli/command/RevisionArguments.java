package dev.limbeck.cli.command;

import java.util.List;

/**
 * Lets {@code -1} and {@code -3:} through a parser that would take them for options: an argument
 * that is a minus and a digit is a revision. Such arguments are marked before they are parsed and
 * come out as they were typed.
 */
public final class RevisionArguments {
    /** A character that means nothing to anybody. */
    private static final char MARK = '\uE000';

    private RevisionArguments() {}

    /** Marks the arguments that are revisions. */
    public static List<String> mark(List<String> arguments) {
        return arguments.stream()
                .map(argument -> isRevision(argument) ? MARK + argument : argument)
                .toList();
    }

    private static boolean isRevision(String argument) {
        return argument.length() > 1
                && argument.charAt(0) == '-'
                && argument.charAt(1) >= '0'
                && argument.charAt(1) <= '9';
    }

    /** Returns a text without marks: an argument as it was typed, or a message that quotes one. */
    public static String restore(String text) {
        return text.replace(String.valueOf(MARK), "");
    }
}
