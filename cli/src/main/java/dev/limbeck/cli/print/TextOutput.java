package dev.limbeck.cli.print;

import java.io.PrintStream;
import java.util.stream.Stream;

/**
 * Where the text of an answer goes.
 *
 * @param out the stream of results
 * @param palette how words are set off
 * @param loudness what is printed beside what was asked for
 */
public record TextOutput(PrintStream out, Palette palette, Loudness loudness) {
    /** How much is printed. */
    public enum Loudness {
        /** Answers and errors only. */
        QUIET,
        NORMAL,
        /** Blocks instead of lines, stack traces, every statement. */
        VERBOSE
    }

    /** Prints a line that answers a question. */
    public void line(String text) {
        out.println(text);
    }

    /** Prints lines that answer a question, thousands of them in one piece. */
    public void lines(Stream<String> texts) {
        StringBuilder all = new StringBuilder();
        texts.forEach(text -> all.append(text).append(System.lineSeparator()));
        out.print(all);
    }

    /** Prints text that has its line ends. */
    public void text(String text) {
        out.print(text);
    }

    /** Prints a line that reports what was done; {@code --quiet} leaves it out. */
    public void report(String text) {
        if (loudness != Loudness.QUIET) {
            out.println(text);
        }
    }

    public boolean isVerbose() {
        return loudness == Loudness.VERBOSE;
    }

    /** Returns how revisions are written here. */
    public RevisionText revisions() {
        return new RevisionText(palette);
    }
}
