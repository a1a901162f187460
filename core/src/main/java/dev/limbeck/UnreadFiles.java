package dev.limbeck;

import dev.limbeck.config.ProjectConfig;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.ShownPath;
import dev.limbeck.script.SchemaFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells of the files under the schema folders that are not read. */
final class UnreadFiles {
    private UnreadFiles() {}

    /** Returns the one finding that lists them all; empty where every file is read. */
    static Optional<Diagnostic> finding(SchemaFiles.Selection selection, String dialect) {
        List<SchemaFiles.Unread> unread = selection.unread();
        if (unread.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                Diagnostic.info(
                        ErrorCode.SCHEMA_FILE_NOT_READ,
                        (unread.size() == 1
                                        ? "1 schema file is"
                                        : unread.size() + " schema files are")
                                + " not read for "
                                + dialect
                                + "\n"
                                + unread.stream()
                                        .map(file -> file.shown() + ": " + file.reason())
                                        .collect(Collectors.joining("\n"))));
    }

    /** Returns the configured schema folders for a message. */
    static String roots(ProjectConfig config) {
        return config.schema().stream()
                .map(ShownPath::of)
                .map(Path::toString)
                .collect(Collectors.joining(", "));
    }
}
