package dev.limbeck.cli.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The {@code console} blocks of a page: commands after {@code $ }, each followed by what it prints.
 *
 * <p>In the printed text {@code …} stands for anything within a line, a line that is only {@code …}
 * for any number of lines; durations are compared as if they were equal.
 */
record Transcript(Path page, List<Step> steps) {
    private static final Pattern DURATION = Pattern.compile(" *\\b[0-9]+(\\.[0-9]+)? (ms|s)\\b");

    /**
     * One command and what it prints.
     *
     * @param line 1-based line of the page
     * @param command the command, further lines of a here-document included
     * @param expected what the page says it prints
     * @param end 1-based line after the last one that shows what it prints
     */
    record Step(int line, String command, String expected, int end) {
        /** Returns the 1-based line on which its output begins. */
        int outputLine() {
            return end - (int) expected.lines().count();
        }

        /** Returns whether a text is what the page shows. */
        boolean matches(String actual) {
            return pattern(normal(expected)).matcher(normal(actual)).matches();
        }

        private static String normal(String text) {
            return DURATION.matcher(text.stripTrailing()).replaceAll(" 0 ms");
        }

        private static Pattern pattern(String expected) {
            StringBuilder regex = new StringBuilder();
            for (String line : expected.split("\n", -1)) {
                if (line.strip().equals("…")) {
                    regex.append("(?:.*\\n)*?");
                    continue;
                }
                regex.append(Pattern.quote(line).replace("…", "\\E.*\\Q")).append("\\n");
            }
            // The last line of the output has lost its line end.
            String text = regex.toString();
            return Pattern.compile(
                    text.endsWith("\\n") ? text.substring(0, text.length() - 2) : text + ".*");
        }
    }

    static Transcript of(Path page, List<String> lines) {
        List<Step> steps = new ArrayList<>();
        boolean inside = false;
        int start = 0;
        StringBuilder command = new StringBuilder();
        StringBuilder expected = new StringBuilder();
        String hereDocumentEnd = "";
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1);
            boolean fence = line.startsWith("```");
            if (!inside) {
                inside = line.equals("```console");
                continue;
            }
            if (!hereDocumentEnd.isEmpty()) {
                command.append('\n').append(line);
                hereDocumentEnd = line.equals(hereDocumentEnd) ? "" : hereDocumentEnd;
                continue;
            }
            if (fence || line.startsWith("$ ")) {
                if (command.length() > 0) {
                    steps.add(new Step(start, command.toString(), expected.toString(), number));
                    command.setLength(0);
                    expected.setLength(0);
                }
                if (fence) {
                    inside = false;
                    continue;
                }
                start = number;
                command.append(line.substring(2));
                int here = line.indexOf("<<'");
                hereDocumentEnd =
                        here < 0 ? "" : line.substring(here + 3, line.indexOf('\'', here + 3));
                continue;
            }
            expected.append(line).append('\n');
        }
        return new Transcript(page, steps);
    }
}
