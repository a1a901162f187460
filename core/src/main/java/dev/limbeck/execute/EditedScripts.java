package dev.limbeck.execute;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.ScriptException;
import dev.limbeck.error.SourceLocation;
import dev.limbeck.revision.RevisionId;
import dev.limbeck.revision.RevisionSet;
import dev.limbeck.script.Checksum;
import dev.limbeck.script.Direction;
import dev.limbeck.script.Migration;
import dev.limbeck.script.Migrations;
import dev.limbeck.script.Script;
import dev.limbeck.script.ScriptFile;
import dev.limbeck.sql.SqlLexicon;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds applied revisions whose up script is no longer the one that ran.
 *
 * <p>Every script that ran and is still applied is read and its digest taken: sizes and times mean
 * nothing where files come from a checkout. Only a file whose digest differs is cut into tokens, to
 * see whether more than comments and white space changed.
 */
final class EditedScripts {
    private final Migrations migrations;
    private final List<String> variants;
    private final SqlLexicon lexicon;

    EditedScripts(Migrations migrations, List<String> variants, SqlLexicon lexicon) {
        this.migrations = migrations;
        this.variants = variants;
        this.lexicon = lexicon;
    }

    /**
     * A script that is not the one that ran.
     *
     * @param revision the revision's id
     * @param cosmetic whether only comments, white space or the case of keywords differ
     * @param finding what the user is told
     */
    record Edit(String revision, boolean cosmetic, Diagnostic finding) {}

    /**
     * Returns the edits, in the order of the history.
     *
     * @param applied what the rows say is applied
     * @param checksums of the scripts as they ran, by revision id
     */
    List<Edit> find(RevisionSet applied, Map<String, Checksum> checksums) {
        // Reading many small files is mostly waiting; the order of the result is kept.
        return List.copyOf(checksums.entrySet()).parallelStream()
                .flatMap(entry -> check(applied, entry.getKey(), entry.getValue()))
                .toList();
    }

    private Stream<Edit> check(RevisionSet applied, String id, Checksum ran) {
        RevisionId revision = new RevisionId(id);
        Optional<Migration> migration = migrations.find(revision);
        if (migration.isEmpty() || !applied.contains(revision)) {
            return Stream.empty();
        }
        Optional<ScriptFile> file = migration.get().file(Direction.UP, variants);
        if (file.isEmpty()) {
            return Stream.of(
                    edited(
                            id,
                            "the up script of revision "
                                    + id
                                    + " that ran on this database is gone",
                            SourceLocation.of(migration.get().revision().path())));
        }
        return check(id, file.get(), ran).stream();
    }

    private Optional<Edit> check(String id, ScriptFile file, Checksum ran) {
        if (exactDigest(file).equals(ran.exact())) {
            return Optional.empty();
        }
        String tokens = Script.read(file, lexicon).checksum().tokens();
        SourceLocation where = SourceLocation.of(file.shown());
        if (tokens.equals(ran.tokens())) {
            return Optional.of(
                    new Edit(
                            id,
                            true,
                            Diagnostic.info(
                                    ErrorCode.EDITED_AFTER_APPLY,
                                    "comments or white space of revision "
                                            + id
                                            + " were edited after it was applied",
                                    where)));
        }
        return Optional.of(
                edited(id, "revision " + id + " was edited after it was applied", where));
    }

    private static Edit edited(String id, String message, SourceLocation where) {
        return new Edit(
                id,
                false,
                Diagnostic.error(ErrorCode.EDITED_AFTER_APPLY, message, where)
                        .withHint(
                                "bring back the text that ran and put the change into a new"
                                        + " revision, or accept it with 'repair "
                                        + id
                                        + " --reason TEXT'"));
    }

    private static String exactDigest(ScriptFile file) {
        try {
            return Checksum.exactOf(file.path());
        } catch (IOException e) {
            throw new ScriptException(
                    Diagnostic.error(
                            ErrorCode.FILE_UNREADABLE,
                            "can't read the script: " + e.getMessage(),
                            SourceLocation.of(file.shown())),
                    e);
        }
    }
}
