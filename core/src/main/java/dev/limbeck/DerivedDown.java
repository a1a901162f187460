package dev.limbeck;

import dev.limbeck.revision.RevisionId;
import java.nio.file.Path;

/**
 * A down script that was written for a revision.
 *
 * @param revision the revision
 * @param file the file, as it is shown to the user
 * @param rowStatements how many statements of the up script change rows, which no schema can put
 *     back
 */
public record DerivedDown(RevisionId revision, Path file, int rowStatements) {}
