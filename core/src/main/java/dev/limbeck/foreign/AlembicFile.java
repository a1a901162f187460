package dev.limbeck.foreign;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a revision in Python says of itself in plain words: the rest of it is a program.
 *
 * @param message the first line of its description
 */
record AlembicFile(
        Path file, String id, String message, List<String> branchLabels, List<String> dependsOn) {
    private static final Pattern DESCRIPTION =
            Pattern.compile("\\A\\s*(?:\"\"\"|''')\\s*(?<text>[^\\r\\n\"']*)");
    private static final Pattern TEXT = Pattern.compile("[\"'](?<text>[^\"']*)[\"']");

    /** Reads a file; empty where it is no revision. */
    static Optional<AlembicFile> read(Path file) {
        if (!ForeignFiles.name(file).endsWith(".py")) {
            return Optional.empty();
        }
        String text = ForeignFiles.text(file);
        Matcher description = DESCRIPTION.matcher(text);
        return values(text, "revision").stream()
                .findFirst()
                .map(
                        id ->
                                new AlembicFile(
                                        file,
                                        id,
                                        description.find() ? description.group("text").strip() : "",
                                        values(text, "branch_labels"),
                                        values(text, "depends_on")));
    }

    /** Returns what stands for a revision whose file is not there. */
    static AlembicFile unknown(String id) {
        return new AlembicFile(Path.of(""), id, "", List.of(), List.of());
    }

    /** Returns the texts that are assigned to a name at the beginning of a line. */
    private static List<String> values(String text, String name) {
        Matcher assigned =
                Pattern.compile("(?m)^" + name + "\\s*(?::[^=\\n]*)?=(?<value>[^\\n]*)")
                        .matcher(text);
        List<String> values = new ArrayList<>();
        if (assigned.find()) {
            Matcher value = TEXT.matcher(assigned.group("value"));
            while (value.find()) {
                values.add(value.group("text"));
            }
        }
        return values;
    }
}
