package dev.limbeck.script;

import dev.limbeck.error.ConfigException;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.ShownPath;
import dev.limbeck.revision.RevisionId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Which of the configured folders a new revision goes into.
 *
 * @param folders the configured ones
 * @param root what a relative folder may be seen from, besides where the user stands
 */
record VersionFolder(List<Path> folders, Path root) {

    /** Returns the folder asked for, else the first parent's, else the only one there is. */
    Path of(NewRevision revision, Migrations existing) {
        if (revision.folder().isPresent()) {
            return chosen(revision.folder().get());
        }
        Optional<Path> parents =
                revision.revises().stream()
                        .limit(1)
                        .filter(parent -> RevisionId.problemWith(parent).isEmpty())
                        .flatMap(parent -> existing.find(new RevisionId(parent)).stream())
                        .flatMap(parent -> holding(parent.files().get(0).path()).stream())
                        .findFirst();
        if (parents.isPresent() || folders.size() == 1) {
            return parents.orElseGet(() -> folders.get(0));
        }
        throw refusal("there are several folders for revisions, and no parent to go beside");
    }

    private Path chosen(Path asked) {
        return folders.stream()
                .filter(
                        folder ->
                                real(folder).equals(real(asked.toAbsolutePath()))
                                        || real(folder).equals(real(root.resolve(asked))))
                .findFirst()
                .orElseThrow(() -> refusal("'" + asked + "' is none of the folders for revisions"));
    }

    /** The innermost one, where a folder lies in another. */
    private Optional<Path> holding(Path file) {
        return folders.stream()
                .filter(folder -> file.startsWith(real(folder)))
                .max((left, right) -> real(left).getNameCount() - real(right).getNameCount());
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            // It does not exist yet: the path as it is written has to do for comparing.
            return path.normalize();
        }
    }

    private ConfigException refusal(String message) {
        return new ConfigException(
                Diagnostic.error(ErrorCode.USAGE, message)
                        .withHint(
                                "choose one with --version-path: "
                                        + String.join(
                                                ", ",
                                                folders.stream()
                                                        .map(ShownPath::of)
                                                        .map(Path::toString)
                                                        .toList())));
    }
}
