package dev.limbeck.proof;

import dev.limbeck.analysis.QueryAnalyzer;
import dev.limbeck.autogenerate.ReplayedStatement;
import dev.limbeck.autogenerate.SchemaReading;
import dev.limbeck.autogenerate.ScriptReadings;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.Severity;
import dev.limbeck.error.SourceLocation;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Taint;
import dev.limbeck.script.Direction;
import dev.limbeck.script.Migration;
import dev.limbeck.script.ScriptFile;
import dev.limbeck.sql.Statement;
import dev.limbeck.sql.TextPosition;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Checks each statement of a chain against the schema that it meets, without a database: the up
 * scripts one after the other, each down script on what its up script leaves.
 */
public final class ChainCheck {
    /**
     * What was found.
     *
     * @param findings what is wrong with statements, or can't be told
     * @param understood statements of which a reader of the database's own says that they are in
     *     order, whatever a parser for all databases thinks of them
     */
    public record Checked(List<Diagnostic> findings, Set<Place> understood) {
        public Checked {
            findings = List.copyOf(findings);
            understood = Set.copyOf(understood);
        }
    }

    /**
     * Where a statement stands.
     *
     * @param shown its file
     * @param start its first character
     * @param end the place behind its last character
     */
    public record Place(Path shown, TextPosition start, TextPosition end) {
        static Place of(Statement statement, Path shown) {
            String text = statement.text();
            return new Place(
                    shown,
                    TextPosition.in(text, statement.span(), 0),
                    TextPosition.in(text, statement.span(), text.length()));
        }

        /** Returns whether a location is within the statement. */
        public boolean holds(SourceLocation where) {
            TextPosition at = new TextPosition(where.line(), where.column());
            return where.file().equals(shown) && !isBefore(at, start) && !isBefore(end, at);
        }

        private static boolean isBefore(TextPosition one, TextPosition other) {
            return one.line() < other.line()
                    || (one.line() == other.line() && one.column() < other.column());
        }
    }

    /** What the reading of all files finds by itself, and what depends on the schema. */
    private static final Set<ErrorCode> OF_THE_SCHEMA =
            Set.of(
                    ErrorCode.OBJECT_EXISTS,
                    ErrorCode.OBJECT_MISSING,
                    ErrorCode.STILL_REFERENCED,
                    ErrorCode.DEFINITION_DIFFERS);

    private final ScriptReadings readings;
    private final StatementCheck statements;
    private final Set<Diagnostic> findings = new LinkedHashSet<>();
    private final Set<Place> understood = new LinkedHashSet<>();

    private ChainCheck(ScriptReadings readings, QueryAnalyzer analyzer) {
        this.readings = readings;
        this.statements = new StatementCheck(readings.dialect(), analyzer);
    }

    /**
     * Checks a chain.
     *
     * @param migrations in an order in which they can run
     * @param wanted which of them are checked; the others are only replayed
     */
    public static Checked of(
            List<Migration> migrations,
            Predicate<Migration> wanted,
            ScriptReadings readings,
            QueryAnalyzer analyzer) {
        ChainCheck check = new ChainCheck(readings, analyzer);
        Schema schema = Schema.empty();
        for (Migration migration : migrations) {
            schema = check.follow(migration, schema, wanted.test(migration));
        }
        return new Checked(List.copyOf(check.findings), check.understood);
    }

    private Schema follow(Migration migration, Schema before, boolean wanted) {
        List<String> variants = readings.dialect().variants();
        Optional<ScriptFile> up = migration.upOn(variants);
        if (up.isEmpty()) {
            return before;
        }
        if (!wanted) {
            return known(readings.run(before, up.get()), up.get());
        }
        Schema after = check(before, up.get());
        migration.file(Direction.DOWN, variants).ifPresent(down -> check(after, down));
        return after;
    }

    private Schema check(Schema before, ScriptFile file) {
        SchemaReading reading = readings.run(before, file, this::check);
        return known(reading, file);
    }

    private void check(ReplayedStatement replayed) {
        replayed.step().findings().forEach(finding -> findings.add(judged(finding)));
        if (replayed.step().failed()) {
            return;
        }
        if (!replayed.step().changes().isEmpty()) {
            understood.add(Place.of(replayed.statement(), replayed.shown()));
        }
        findings.addAll(
                statements.of(
                        replayed.statement(),
                        replayed.shown(),
                        replayed.before(),
                        replayed.session()));
    }

    /** What a reader of definitions does not understand may be newer than the reader is. */
    private static Diagnostic judged(Diagnostic finding) {
        return finding.severity() == Severity.ERROR && finding.code() == ErrorCode.SYNTAX
                ? finding.withSeverity(Severity.WARNING)
                : finding;
    }

    /** Returns what a script leads to; where it can't be read, nothing is certain after it. */
    static Schema known(SchemaReading reading, ScriptFile file) {
        boolean unread =
                reading.findings().stream()
                        .anyMatch(
                                finding ->
                                        finding.severity() == Severity.ERROR
                                                && !OF_THE_SCHEMA.contains(finding.code()));
        if (!unread) {
            return reading.schema();
        }
        Set<Taint> taints = new TreeSet<>(reading.schema().taints());
        taints.add(new Taint(Optional.empty(), file.shown() + " is not understood"));
        return reading.schema().withTaints(taints);
    }
}
