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
import dev.limbeck.text.StrictUtf8;
import dev.limbeck.text.StrictUtf8Reader;
import dev.limbeck.text.WrongByteException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads a script through, once, and keeps what is worth knowing about it.
 *
 * <p>An outline is the same without digests, which take as long as everything else.
 */
final class ScriptReading {
    /** A script may hold any number of other texts that look like variables. */
    private static final int MOST_USES = 10_000;

    /** Up to this size the text of an outline is held in memory. */
    private static final int IN_ONE_PIECE = 64 * 1024;

    private final ScriptFile file;
    private final SqlLexicon lexicon;
    private final DirectiveReading directives;
    private final Optional<TokenDigest> digest;
    private final List<Diagnostic> findings = new ArrayList<>();
    private final Map<String, SourceLocation> uses = new LinkedHashMap<>();
    private int statements;

    private ScriptReading(ScriptFile file, SqlLexicon lexicon, Optional<TokenDigest> digest) {
        this.file = file;
        this.lexicon = lexicon;
        this.directives = new DirectiveReading(file.shown(), file.direction());
        this.digest = digest;
    }

    /**
     * What a reading brought to light.
     *
     * @param checksum empty in an outline
     */
    record Facts(
            Optional<Checksum> checksum,
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
        return new ScriptReading(file, lexicon, Optional.of(new TokenDigest()))
                .read(source, visitor);
    }

    static Facts outline(
            ScriptFile file, ScriptSource source, SqlLexicon lexicon, Consumer<Statement> visitor) {
        return new ScriptReading(file, lexicon, Optional.empty())
                .outline(source, (statement, none) -> visitor.accept(statement));
    }

    private Facts read(ScriptSource source, StatementVisitor visitor) {
        Optional<String> exact = Optional.empty();
        long size = 0;
        try (DigestedStream bytes = new DigestedStream(source.open())) {
            try {
                checkState();
                readStatements(open(bytes), visitor);
            } catch (WrongByteException e) {
                findings.add(UnreadableFile.finding(file.shown(), e));
            }
            exact = Optional.of(bytes.finish());
            size = bytes.size();
        } catch (IOException e) {
            findings.add(UnreadableFile.finding(file.shown(), e));
        }
        String text = exact.orElseGet(() -> new TextDigest().finish());
        return facts(digest.map(tokens -> new Checksum(text, tokens.finish())), size);
    }

    private Facts outline(ScriptSource source, StatementVisitor visitor) {
        try (InputStream bytes = source.open()) {
            byte[] start = new byte[Math.min(expectedLength(), IN_ONE_PIECE)];
            int length = bytes.readNBytes(start, 0, start.length);
            readStatements(
                    length < start.length
                            ? StatementSplitter.open(
                                    StrictUtf8.decode(start, 0, length), lexicon, file.shown())
                            : open(new SequenceInputStream(new ByteArrayInputStream(start), bytes)),
                    visitor);
        } catch (IOException e) {
            findings.add(UnreadableFile.finding(file.shown(), e));
        }
        return facts(Optional.empty(), file.state().map(ScriptFile.FileState::size).orElse(0L));
    }

    private Facts facts(Optional<Checksum> checksum, long size) {
        findings.addAll(directives.findings());
        return new Facts(checksum, size, statements, directives, uses, findings);
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

    private StatementReader open(InputStream bytes) throws IOException {
        int expected = expectedLength();
        return StatementSplitter.open(
                new StrictUtf8Reader(bytes, expected), expected, lexicon, file.shown());
    }

    /** The reader holds nothing but the stream, which is closed elsewhere. */
    private void readStatements(StatementReader reader, StatementVisitor visitor)
            throws IOException {
        int known = 0;
        for (Optional<Statement> next = reader.next(); next.isPresent(); next = reader.next()) {
            Statement statement = next.get();
            List<Diagnostic> found = reader.findings();
            for (Diagnostic finding : found.subList(known, found.size())) {
                if (!Ignoring.silences(statement, finding)) {
                    findings.add(finding);
                }
            }
            known = found.size();
            visitor.visit(statement, accept(statement));
            if (digest.isPresent() && statement instanceof Statement.Copy) {
                digest.get().data(reader.inlineData());
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

    /** Takes a statement in; returns its significant tokens where they are wanted. */
    private List<SqlToken> accept(Statement statement) {
        statement.directives().forEach(directives::beforeStatement);
        if (!statement.isSent()) {
            return List.of();
        }
        statements++;
        collectUses(statement);
        if (digest.isEmpty()) {
            return List.of();
        }
        List<SqlToken> significant = SqlTokenizer.significant(statement.text(), lexicon);
        digest.get().statement(significant);
        return significant;
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
