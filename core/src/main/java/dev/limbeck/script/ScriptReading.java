package dev.limbeck.script;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.SourceLocation;
import dev.limbeck.sql.SqlLexicon;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import dev.limbeck.sql.Statement;
import dev.limbeck.sql.StatementReader;
import dev.limbeck.sql.StatementSplitter;
import dev.limbeck.sql.TextPosition;
import dev.limbeck.text.StrictUtf8Reader;
import dev.limbeck.text.WrongByteException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a script through, once, and keeps what is worth knowing about it. */
final class ScriptReading {
    /** A script may hold any number of other texts that look like variables. */
    private static final int MOST_USES = 10_000;

    private final ScriptFile file;
    private final SqlLexicon lexicon;
    private final DirectiveReading directives;
    private final TokenDigest tokens;
    private final List<Diagnostic> findings = new ArrayList<>();
    private final Map<String, SourceLocation> uses = new LinkedHashMap<>();
    private int statements;

    private ScriptReading(ScriptFile file, SqlLexicon lexicon) {
        this.file = file;
        this.lexicon = lexicon;
        this.directives = new DirectiveReading(file.shown(), file.direction());
        this.tokens = new TokenDigest();
    }

    /** What a reading brought to light. */
    record Facts(
            Checksum checksum,
            long size,
            int statements,
            DirectiveReading directives,
            Map<String, SourceLocation> variableUses,
            List<Diagnostic> findings) {
        Facts {
            findings = List.copyOf(findings);
        }
    }

    static Facts read(
            ScriptFile file, ScriptSource source, SqlLexicon lexicon, StatementVisitor visitor) {
        return new ScriptReading(file, lexicon).read(source, visitor);
    }

    private Facts read(ScriptSource source, StatementVisitor visitor) {
        Optional<String> exact = Optional.empty();
        long size = 0;
        try (DigestedStream bytes = new DigestedStream(source.open())) {
            try {
                checkState();
                readStatements(bytes, visitor);
            } catch (WrongByteException e) {
                findings.add(UnreadableFile.finding(file.shown(), e));
            }
            exact = Optional.of(bytes.finish());
            size = bytes.size();
        } catch (IOException e) {
            findings.add(UnreadableFile.finding(file.shown(), e));
        }
        findings.addAll(directives.findings());
        return new Facts(
                new Checksum(exact.orElseGet(() -> new TextDigest().finish()), tokens.finish()),
                size,
                statements,
                directives,
                uses,
                findings);
    }

    /**
     * The graph was made from the header as it was; a file that is no longer that one is refused.
     */
    private void checkState() throws IOException {
        if (file.state().isEmpty()) {
            return;
        }
        BasicFileAttributes now = Files.readAttributes(file.path(), BasicFileAttributes.class);
        ScriptFile.FileState before = file.state().get();
        if (before.size() != now.size() || !before.modified().equals(now.lastModifiedTime())) {
            findings.add(Script.changed(file));
        }
    }

    private void readStatements(DigestedStream bytes, StatementVisitor visitor) throws IOException {
        int expected = expectedLength();
        // The reader holds nothing but the stream, from which the rest of the digest is yet to
        // come.
        StatementReader reader =
                StatementSplitter.open(
                        new StrictUtf8Reader(bytes, expected), expected, lexicon, file.shown());
        int known = 0;
        for (Optional<Statement> next = reader.next(); next.isPresent(); next = reader.next()) {
            Statement statement = next.get();
            List<Diagnostic> found = reader.findings();
            found.subList(known, found.size()).stream()
                    .filter(finding -> !Ignoring.silences(statement, finding))
                    .forEach(findings::add);
            known = found.size();
            List<SqlToken> significant =
                    statement.isSent()
                            ? SqlTokenizer.significant(statement.text(), lexicon)
                            : List.of();
            accept(statement, significant);
            visitor.visit(statement, significant);
            if (statement instanceof Statement.Copy) {
                tokens.data(reader.inlineData());
            }
        }
        reader.trailingDirectives().forEach(directives::afterStatements);
        List<Diagnostic> found = reader.findings();
        findings.addAll(found.subList(known, found.size()));
    }

    /** Returns a little more than the file's size, so that its end is met without making room. */
    private int expectedLength() {
        long size = file.state().map(ScriptFile.FileState::size).orElse((long) Integer.MAX_VALUE);
        return (int) Math.min(size + 2, Integer.MAX_VALUE);
    }

    private void accept(Statement statement, List<SqlToken> significant) {
        statement.directives().forEach(directives::beforeStatement);
        if (statement.isSent()) {
            statements++;
            tokens.statement(significant);
            collectUses(statement);
        }
    }

    private void collectUses(Statement statement) {
        for (VariableUse use = VariableUse.next(statement.text(), 0);
                use != null && uses.size() < MOST_USES;
                use = VariableUse.next(statement.text(), use.end())) {
            if (!uses.containsKey(use.name())) {
                TextPosition place =
                        TextPosition.in(statement.text(), statement.span(), use.start());
                uses.put(
                        use.name(), new SourceLocation(file.shown(), place.line(), place.column()));
            }
        }
    }
}
