package dev.limbeck.interpret;

import dev.limbeck.ddl.DdlFinding;
import dev.limbeck.ddl.DdlReader;
import dev.limbeck.ddl.DdlReading;
import dev.limbeck.ddl.DdlSession;
import dev.limbeck.diff.SchemaChange;
import dev.limbeck.diff.UnknownEffect;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.Severity;
import dev.limbeck.error.SourceLocation;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Taint;
import dev.limbeck.script.Ignoring;
import dev.limbeck.sql.Directive;
import dev.limbeck.sql.SqlLexicon;
import dev.limbeck.sql.Statement;
import dev.limbeck.sql.TextPosition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Knows what statements do to a schema, without a database.
 *
 * <p>A value: what a statement sets for those after it in its script is in the interpreter that its
 * step returns. Each script begins with a fresh one. Schemas share what they have in common, so
 * keeping the schema after each of many revisions is cheap.
 *
 * <p>A statement that runs in the dark (a {@code DO} block) makes what it may touch unknown; where
 * {@code -- limbeck: effect DDL} stands before it, that is read in its place.
 */
public final class DdlInterpreter {
    /** What a schema can refuse, and can't be sure to where something in it is unknown. */
    private static final Set<ErrorCode> REFUSALS =
            Set.of(
                    ErrorCode.OBJECT_EXISTS,
                    ErrorCode.OBJECT_MISSING,
                    ErrorCode.STILL_REFERENCED,
                    ErrorCode.DEFINITION_DIFFERS);

    /**
     * What one statement did.
     *
     * @param schema the schema after it; where a finding is an error, as it was before, and where
     *     that leaves open what the statement does, with that doubt
     * @param changes the changes it made, in order
     * @param findings what there is to say of it
     * @param next the interpreter of the statements after it in the same script
     */
    public record Step(
            Schema schema,
            List<SchemaChange> changes,
            List<Diagnostic> findings,
            DdlInterpreter next) {
        public Step {
            changes = List.copyOf(changes);
            findings = List.copyOf(findings);
        }

        /** Returns whether the statement can't run here. */
        public boolean failed() {
            return findings.stream().anyMatch(found -> found.severity() == Severity.ERROR);
        }
    }

    /** A text to read, and where its characters stand in the file. */
    private record Text(String text, Place place) {}

    /** Finds the line and the column of a character of a text. */
    @FunctionalInterface
    private interface Place {
        TextPosition of(int offset);
    }

    private final DdlReader reader;
    private final SqlLexicon lexicon;
    private final DdlSession session;

    private DdlInterpreter(DdlReader reader, SqlLexicon lexicon, DdlSession session) {
        this.reader = reader;
        this.lexicon = lexicon;
        this.session = session;
    }

    /** Returns the interpreter of the first statement of a script. */
    public static DdlInterpreter begin(DdlReader reader, SqlLexicon lexicon) {
        return new DdlInterpreter(reader, lexicon, reader.session());
    }

    /** Returns what the statements before have set for those that follow. */
    public DdlSession session() {
        return session;
    }

    /**
     * Reads a statement of a script. Never throws for what a user wrote.
     *
     * @param before the schema it meets
     * @param shown the file it stands in, for findings
     */
    public Step apply(Schema before, Statement statement, Path shown) {
        if (!statement.isSent()) {
            return new Step(before, List.of(), List.of(), this);
        }
        Schema schema = before;
        DdlSession now = session;
        List<SchemaChange> changes = new ArrayList<>();
        List<Diagnostic> findings = new ArrayList<>();
        RenameHints hints = new RenameHints(reader, statement, shown);
        for (Text text : texts(statement)) {
            DdlReading reading = reader.read(text.text(), schema, now);
            changes.addAll(reading.changes());
            for (DdlFinding finding : reading.findings()) {
                findings.add(placed(finding, text.place(), shown));
            }
            schema = hints.in(reading);
            now = reading.session();
        }
        findings.addAll(hints.findings());
        List<Diagnostic> kept =
                findings.stream()
                        .map(found -> doubted(found, before, statement))
                        .filter(found -> !Ignoring.silences(statement, found))
                        .toList();
        if (findings.stream().noneMatch(found -> found.severity() == Severity.ERROR)) {
            return new Step(schema, changes, kept, new DdlInterpreter(reader, lexicon, now));
        }
        if (kept.stream().anyMatch(DdlInterpreter::isUnread)) {
            return new Step(with(taint(statement), before), List.of(), kept, this);
        }
        return kept.stream().anyMatch(found -> REFUSALS.contains(found.code()))
                ? new Step(before, List.of(), kept, this)
                : believed(before, statement, kept);
    }

    private static boolean isError(Diagnostic finding) {
        return finding.severity() == Severity.ERROR;
    }

    /** Returns whether a finding leaves open what the statement does. */
    private static boolean isUnread(Diagnostic finding) {
        return isError(finding) && !REFUSALS.contains(finding.code());
    }

    /** Returns the step of a statement that isn't understood and that the user stands up for. */
    private Step believed(Schema before, Statement statement, List<Diagnostic> kept) {
        Taint taint = taint(statement);
        return new Step(
                with(taint, before), List.of(new UnknownEffect(List.of(taint))), kept, this);
    }

    private static Taint taint(Statement statement) {
        return new Taint(
                Optional.empty(),
                "a statement in line " + statement.span().line() + " is not understood");
    }

    private static Schema with(Taint taint, Schema before) {
        Set<Taint> taints = new TreeSet<>(before.taints());
        taints.add(taint);
        return before.withTaints(taints);
    }

    /** Returns what is read: the statement, or what is said to be its effect. */
    private List<Text> texts(Statement statement) {
        List<Text> effects = new ArrayList<>();
        for (Directive directive : statement.directives()) {
            if (directive.name().equals("effect")) {
                effects.addAll(effects(directive));
            }
        }
        if (!effects.isEmpty()) {
            return effects;
        }
        return List.of(
                new Text(
                        statement.text(),
                        offset -> TextPosition.in(statement.text(), statement.span(), offset)));
    }

    private List<Text> effects(Directive directive) {
        List<Text> texts = new ArrayList<>();
        for (StatementPieces.Piece piece : StatementPieces.of(directive.argument(), lexicon)) {
            int column = directive.argumentColumn() + piece.offset();
            texts.add(
                    new Text(
                            piece.text(),
                            offset -> new TextPosition(directive.span().line(), column + offset)));
        }
        return texts;
    }

    private static Diagnostic placed(DdlFinding finding, Place place, Path shown) {
        TextPosition at = place.of(finding.offset());
        Diagnostic found = finding.diagnostic();
        return new Diagnostic(
                found.severity(),
                found.code(),
                found.message(),
                Optional.of(new SourceLocation(shown, at.line(), at.column())),
                found.hint());
    }

    /** Returns a refusal as a mere piece of information where nobody knows what is there. */
    private Diagnostic doubted(Diagnostic finding, Schema before, Statement statement) {
        return isError(finding) && REFUSALS.contains(finding.code())
                ? Doubt.weighed(finding, before, statement.text(), reader, lexicon)
                : finding;
    }
}
