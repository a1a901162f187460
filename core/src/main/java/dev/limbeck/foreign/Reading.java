package dev.limbeck.foreign;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a reader has to say while it reads. */
final class Reading {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}\\s]+)}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private static final Pattern BEGIN =
            Pattern.compile("(BEGIN|START)( TRANSACTION| WORK)?\\s*;", Pattern.CASE_INSENSITIVE);
    private static final Pattern COMMIT =
            Pattern.compile("(COMMIT|END)( TRANSACTION| WORK)?\\s*;", Pattern.CASE_INSENSITIVE);

    private final List<Diagnostic> findings = new ArrayList<>();

    /** Tells of something that was left out. */
    void leftOut(Path file, int line, String message, String hint) {
        findings.add(
                Diagnostic.warning(ErrorCode.NOT_IMPORTED, message, ForeignFiles.where(file, line))
                        .withHint(hint));
    }

    /** Tells of something that was taken over in another form. */
    void changed(Path file, int line, String message, String hint) {
        findings.add(
                Diagnostic.info(
                                ErrorCode.IMPORTED_DIFFERENTLY,
                                message,
                                ForeignFiles.where(file, line))
                        .withHint(hint));
    }

    /** Tells of something that makes the folder unusable. */
    void refused(Path file, int line, String message, String hint) {
        findings.add(
                Diagnostic.error(ErrorCode.IMPORT_REFUSED, message, ForeignFiles.where(file, line))
                        .withHint(hint));
    }

    List<Diagnostic> findings() {
        return findings;
    }

    /**
     * Returns a script with the names it uses declared. A name that ours can't have stays as it
     * stands, and is told.
     */
    String withPlaceholders(Path file, String script) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(script);
        while (matcher.find()) {
            String name = matcher.group(1);
            if (NAME.matcher(name).matches()) {
                names.add(name);
            } else {
                leftOut(
                        file,
                        line(script, matcher.start()),
                        "'"
                                + matcher.group()
                                + "' is filled in by the other tool and stays as text",
                        "write what it stands for");
            }
        }
        if (names.isEmpty()) {
            return script;
        }
        String list = String.join(", ", names);
        changed(
                file,
                0,
                "placeholders are declared: " + list,
                "give them values under [vars] in limbeck.toml");
        return directive("vars " + list) + script;
    }

    /**
     * Returns a script without the one transaction it puts around all its statements: it gets one
     * here anyway. Transactions of another shape stay, and are told.
     */
    String withoutBrackets(Path file, String script) {
        List<String> lines = new ArrayList<>(List.of(script.split("\n", -1)));
        List<Integer> begins = lines(lines, BEGIN);
        List<Integer> commits = lines(lines, COMMIT);
        if (begins.isEmpty() || commits.isEmpty()) {
            return script;
        }
        int first = begins.get(0);
        int last = commits.get(commits.size() - 1);
        boolean around =
                begins.size() == 1
                        && commits.size() == 1
                        && lines.subList(0, first).stream().allMatch(Reading::saysNothing)
                        && lines.subList(last + 1, lines.size()).stream()
                                .allMatch(Reading::saysNothing);
        if (!around) {
            leftOut(
                    file,
                    first + 1,
                    "the script begins and ends transactions itself, and is taken as it stands",
                    "cut it into revisions, or write '-- limbeck: transaction off' into it");
            return script;
        }
        changed(
                file,
                first + 1,
                "BEGIN and COMMIT around the script are left out",
                "each script runs in a transaction of its own");
        lines.remove(last);
        lines.remove(first);
        return String.join("\n", lines);
    }

    private static List<Integer> lines(List<String> lines, Pattern pattern) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (pattern.matcher(lines.get(i).strip()).matches()) {
                found.add(i);
            }
        }
        return found;
    }

    private static boolean saysNothing(String line) {
        return line.isBlank() || line.strip().startsWith("--");
    }

    private static int line(String text, int offset) {
        return 1 + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }

    /** Returns a directive of ours as a line. */
    static String directive(String words) {
        return "-- limbeck: " + words + "\n";
    }

    /** Returns the directive for a script that nothing undoes. */
    static String irreversible(String why) {
        return directive("irreversible " + why);
    }

    /** Returns a file's name in words: underscores part them. */
    static String words(String name) {
        return name.replace('_', ' ').strip();
    }
}
