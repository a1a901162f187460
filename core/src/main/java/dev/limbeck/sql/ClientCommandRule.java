package dev.limbeck.sql;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What becomes of a client's command in a script. Of several rules for one command the first that
 * fits decides.
 *
 * @param name the command as it is written: {@code \echo}, {@code PROMPT}, {@code @}
 * @param shortest length of the shortest abbreviation the client understands
 * @param arguments the first words of the argument, in capitals, for which the rule holds; an empty
 *     one: no argument; none at all: whatever the argument
 * @param ruling what is done about it
 * @param hint what the user can write instead; empty where there is nothing to say
 */
public record ClientCommandRule(
        String name, int shortest, Set<String> arguments, Ruling ruling, String hint) {

    /** What is done about a client's command. */
    public enum Ruling {
        /** It carries no SQL and matters to nobody here. */
        PASSED_OVER,
        /** It would change what runs and can't be honoured. */
        REFUSED,
        /** It is no client command but a statement after all. */
        STATEMENT,
        /** It ends the statement before it, as the terminator does. */
        TERMINATOR,
        /** It ends the script: what follows it would never run. */
        END_OF_SCRIPT,
        /** It sets the terminator of the statements that follow. */
        DELIMITER
    }

    public ClientCommandRule {
        if (shortest < 1 || shortest > name.length()) {
            throw new IllegalArgumentException(name + " abbreviated to " + shortest);
        }
        arguments = Collections.unmodifiableSet(new TreeSet<>(arguments));
    }

    /** Returns a rule for a command that can't be abbreviated, whatever its argument. */
    public static ClientCommandRule of(String name, Ruling ruling) {
        return new ClientCommandRule(name, name.length(), Set.of(), ruling, "");
    }

    /**
     * Returns a rule for a command, whatever its argument.
     *
     * @param spelling the name with what may be left off in brackets: {@code PRO[MPT]}
     */
    public static ClientCommandRule abbreviated(String spelling, Ruling ruling) {
        int bracket = spelling.indexOf('[');
        String name = spelling.replace("[", "").replace("]", "");
        return new ClientCommandRule(
                name, bracket < 0 ? name.length() : bracket, Set.of(), ruling, "");
    }

    /** Returns the same rule, only for arguments that begin with one of these words. */
    public ClientCommandRule forArguments(String... firstWords) {
        return new ClientCommandRule(name, shortest, Set.of(firstWords), ruling, hint);
    }

    /** Returns the same rule with advice. */
    public ClientCommandRule withHint(String hint) {
        return new ClientCommandRule(name, shortest, arguments, ruling, hint);
    }
}
