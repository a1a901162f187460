package dev.limbeck.execute;

import dev.limbeck.ledger.HistoryEvent.RecordedScript;
import dev.limbeck.ledger.StoredText;
import dev.limbeck.revision.Revision;
import dev.limbeck.revision.RevisionId;
import dev.limbeck.script.Direction;
import dev.limbeck.script.Migration;
import dev.limbeck.script.Migrations;
import dev.limbeck.script.Script;
import dev.limbeck.script.ScriptFile;
import dev.limbeck.sql.SqlLexicon;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the scripts of a plan come from: files, and the history for what has none.
 *
 * @param migrations the project's files
 * @param recorded the applied revisions that no file has
 */
record KnownRevisions(Migrations migrations, RecordedRevisions recorded) {
    /** Returns what is known where no database was asked. */
    static KnownRevisions ofFiles(Migrations migrations) {
        return new KnownRevisions(migrations, RecordedRevisions.none(migrations.graph()));
    }

    /** Returns the files of a revision that has some. */
    Migration files(Revision revision) {
        return migrations
                .find(revision.id())
                .orElseThrow(() -> new IllegalStateException("no files of " + revision.id()));
    }

    boolean isRecorded(RevisionId id) {
        return recorded.has(id);
    }

    /** Returns the up script as it ran; empty where nothing ran, or its text was not kept. */
    Optional<Script> recordedUp(Revision revision, SqlLexicon lexicon) {
        return recorded.script(revision.id())
                .flatMap(RecordedScript::text)
                .flatMap(StoredText::text)
                .map(text -> Script.of(text, file(revision, Direction.UP), lexicon));
    }

    /** Returns whether the revision ran no script when it was applied. */
    boolean ranNothing(RevisionId id) {
        return recorded.script(id).flatMap(RecordedScript::checksum).isEmpty();
    }

    /** Returns the text of the down script of that time, where it was kept. */
    Optional<String> recordedDown(RevisionId id) {
        return recorded.script(id).flatMap(RecordedScript::downText).flatMap(StoredText::text);
    }

    /** Returns a file as it was called when the revision ran; it need not exist. */
    static ScriptFile file(Revision revision, Direction direction) {
        String up = revision.path().toString();
        Path path =
                direction == Direction.UP
                        ? revision.path()
                        : Path.of(up.replaceFirst("\\.up\\.sql$", ".down.sql"));
        return new ScriptFile(path, path, direction, revision.id().value(), Optional.empty());
    }
}
