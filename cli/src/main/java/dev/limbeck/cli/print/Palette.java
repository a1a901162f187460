package dev.limbeck.cli.print;

import dev.limbeck.diff.ChangeEffect;
import dev.limbeck.error.Severity;
import java.util.Locale;

/** How words are set off from others: with colours, or not at all. */
public enum Palette {
    PLAIN {
        @Override
        String wrap(String escape, String text) {
            return text;
        }
    },
    COLOURED {
        @Override
        String wrap(String escape, String text) {
            return "\u001b[" + escape + "m" + text + "\u001b[0m";
        }
    };

    /** When colours are used. */
    public enum When {
        AUTO,
        ALWAYS,
        NEVER;

        /** Returns the word a user types. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Returns the palette for a stream, as {@code --color} and {@code NO_COLOR} have it. */
    public static Palette of(When when, Terminal terminal, Terminal.Stream stream) {
        boolean coloured =
                switch (when) {
                    case ALWAYS -> true;
                    case NEVER -> false;
                    case AUTO ->
                            terminal.isInteractive(stream)
                                    && terminal.variable("NO_COLOR").isEmpty()
                                    && !terminal.variable("TERM").equals("dumb");
                };
        return coloured ? COLOURED : PLAIN;
    }

    abstract String wrap(String escape, String text);

    /** Sets off a word by how bad it is. */
    public String severity(Severity severity, String text) {
        return wrap(
                switch (severity) {
                    case ERROR -> "1;31";
                    case WARNING -> "1;33";
                    case INFO -> "1;36";
                },
                text);
    }

    /** Sets off what a line is about. */
    public String strong(String text) {
        return wrap("1", text);
    }

    /** Sets off the id of a revision. */
    public String id(String text) {
        return wrap("33", text);
    }

    /** Sets off a mark such as {@code (head)}. */
    public String mark(String text) {
        return wrap("36", text);
    }

    /** Sets off the sign of a change. */
    public String effect(ChangeEffect effect, String text) {
        return wrap(
                switch (effect) {
                    case ADDS -> "32";
                    case REMOVES -> "31";
                    case ALTERS -> "33";
                },
                text);
    }

    /** Sets off what can't be undone. */
    public String danger(String text) {
        return wrap("1;31", text);
    }

    /** Puts frames and arrows into the background. */
    public String frame(String text) {
        return wrap("34", text);
    }
}
