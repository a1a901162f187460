package dev.limbeck.execute;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.ScriptException;
import dev.limbeck.error.SourceLocation;
import dev.limbeck.ledger.HistoryEvent;
import dev.limbeck.ledger.StoredText;
import dev.limbeck.revision.RevisionId;
import dev.limbeck.revision.RevisionSet;
import dev.limbeck.script.Checksum;
import dev.limbeck.script.Direction;
import dev.limbeck.script.Migration;
import dev.limbeck.script.Migrations;
import dev.limbeck.script.Script;
import dev.limbeck.script.ScriptFile;
import dev.limbeck.sql.SqlLexicon;
import dev.limbeck.sql.TextPosition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds applied revisions whose up script is no longer the one that ran.
 *
 * <p>Every script that ran and is still applied is read and its digest taken: sizes and times mean
 * nothing where files come from a checkout. Only a file whose digest differs is cut into tokens, to
 * see whether more than comments and white space changed.
 */
final class EditedScripts {
    private final DatabaseSession session;
    private final Migrations migrations;
    private final List<String> variants;
    private final SqlLexicon lexicon;

    EditedScripts(DatabaseSession session, Migrations migrations) {
        this.session = session;
        this.migrations = migrations;
        this.variants = session.variants();
        this.lexicon = session.dialect().lexicon();
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
        List<Suspect> suspects =
                List.copyOf(checksums.entrySet()).parallelStream()
                        .filter(entry -> !ranApart(entry.getKey(), checksums.keySet()))
                        .flatMap(entry -> check(applied, entry.getKey(), entry.getValue()))
                        .toList();
        if (suspects.stream().allMatch(Suspect::cosmetic)) {
            return suspects.stream().map(suspect -> edit(suspect, Map.of())).toList();
        }
        Map<String, String> texts = textsThatRan();
        return suspects.stream().map(suspect -> edit(suspect, texts)).toList();
    }

    /** A script whose digest is not the one of the text that ran; without a file it is gone. */
    private record Suspect(Migration migration, Optional<ScriptFile> file, boolean cosmetic) {
        String id() {
            return migration.revision().id().value();
        }
    }

    /** What was squashed after it ran here ran in other words; that is no edit. */
    private boolean ranApart(String id, Set<String> ran) {
        return migrations
                .find(new RevisionId(id))
                .filter(migration -> migration.replaces().stream().anyMatch(ran::contains))
                .isPresent();
    }

    private Stream<Suspect> check(RevisionSet applied, String id, Checksum ran) {
        RevisionId revision = new RevisionId(id);
        Optional<Migration> migration = migrations.find(revision);
        if (migration.isEmpty() || !applied.contains(revision)) {
            return Stream.empty();
        }
        Optional<ScriptFile> file = migration.get().file(Direction.UP, variants);
        if (file.isEmpty()) {
            return Stream.of(new Suspect(migration.get(), file, false));
        }
        if (exactDigest(file.get()).equals(ran.exact())) {
            return Stream.empty();
        }
        String tokens = Script.read(file.get(), lexicon).checksum().tokens();
        return Stream.of(new Suspect(migration.get(), file, tokens.equals(ran.tokens())));
    }

    private Edit edit(Suspect suspect, Map<String, String> texts) {
        String id = suspect.id();
        if (suspect.file().isEmpty()) {
            return edited(
                    suspect,
                    "the up script of revision " + id + " that ran on this database is gone",
                    suspect.migration().revision().place("revision"),
                    Optional.empty());
        }
        Path shown = suspect.file().get().shown();
        return suspect.cosmetic()
                ? new Edit(
                        id,
                        true,
                        Diagnostic.info(
                                ErrorCode.EDITED_AFTER_APPLY,
                                "comments or white space of revision "
                                        + id
                                        + " were edited after it was applied",
                                SourceLocation.top(shown)))
                : edited(
                        suspect,
                        "revision " + id + " was edited after it was applied",
                        Optional.ofNullable(texts.get(id))
                                .map(ran -> firstDifference(suspect.file().get(), ran))
                                .orElse(SourceLocation.top(shown)),
                        Optional.ofNullable(texts.get(id))
                                .flatMap(ran -> difference(suspect.file().get(), ran)));
    }

    private static Edit edited(
            Suspect suspect, String message, SourceLocation where, Optional<String> difference) {
        return new Edit(
                suspect.id(),
                false,
                Diagnostic.error(ErrorCode.EDITED_AFTER_APPLY, message, where)
                        .withHint(advice(suspect.id()))
                        .withDifference(difference));
    }

    private static String advice(String revision) {
        return "bring back the text that ran and put the change into a new revision; or, where the"
                + " database is as the file says now, accept it with 'limbeck repair "
                + revision
                + " --reason TEXT'";
    }

    private Optional<String> difference(ScriptFile file, String ran) {
        return Script.read(file, lexicon).text().flatMap(now -> ScriptDifference.between(ran, now));
    }

    private SourceLocation firstDifference(ScriptFile file, String ran) {
        Optional<String> now = Script.read(file, lexicon).text();
        if (now.isEmpty()) {
            return SourceLocation.top(file.shown());
        }
        TextPosition place = FirstDifference.of(ran, now.get(), lexicon);
        return new SourceLocation(file.shown(), place.line(), place.column());
    }

    /** Returns the up scripts as they ran last, by revision id, as far as they were kept. */
    private Map<String, String> textsThatRan() {
        Map<String, String> texts = new HashMap<>();
        for (HistoryEvent event : session.ledger().events()) {
            Optional<String> text =
                    event.script()
                            .filter(script -> script.direction() == Direction.UP)
                            .flatMap(HistoryEvent.RecordedScript::text)
                            .flatMap(StoredText::text);
            boolean accepted =
                    switch (event.kind()) {
                        case APPLIED -> true;
                        case REPAIRED, RESOLVED -> text.isPresent();
                        case REVERTED, STAMPED, FAILED -> false;
                    };
            if (accepted && event.subject().isPresent()) {
                String id = event.subject().get().revision();
                text.ifPresentOrElse(kept -> texts.put(id, kept), () -> texts.remove(id));
            }
        }
        return texts;
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
