package dev.limbeck.cli.command;

import dev.limbeck.Limbeck;
import dev.limbeck.config.ProjectConfig;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.revision.HeadSet;
import dev.limbeck.revision.RevisionGraph;
import dev.limbeck.revision.RevisionId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The rows of the version table, for commands that ask a database only where what was typed can't
 * be understood without.
 *
 * @param known the rows; empty: no database was asked
 */
record Rows(Optional<HeadSet> known) {
    /** Whether a command line can be understood without a database. */
    static Rows asked(Limbeck limbeck, boolean needed) {
        return new Rows(needed ? Optional.of(limbeck.rows()) : Optional.empty());
    }

    /** Returns the rows, none where no database was asked. */
    HeadSet orEmpty() {
        return known.orElseGet(HeadSet::empty);
    }

    /** Returns the rows that no file has. */
    List<String> unknownTo(RevisionGraph graph) {
        return graph.unknown(orEmpty()).stream().map(RevisionId::value).toList();
    }

    /** Returns a warning for each row that no file has. */
    static List<Diagnostic> warnings(List<String> unknown, ProjectConfig config) {
        return unknown.stream().map(id -> warning(id, config)).toList();
    }

    private static Diagnostic warning(String id, ProjectConfig config) {
        String folders =
                config.migrations().stream().map(Path::toString).collect(Collectors.joining(", "));
        return Diagnostic.warning(
                        ErrorCode.UNKNOWN_APPLIED_REVISION,
                        "'"
                                + id
                                + "' is applied in "
                                + config.database().maskedUrl().orElse("the database")
                                + ", but no file has it")
                .withHint("searched: " + folders);
    }
}
