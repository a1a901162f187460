package dev.limbeck.script;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.ScriptException;
import dev.limbeck.error.SourceLocation;
import dev.limbeck.sql.SqlLexicon;
import dev.limbeck.sql.Statement;
import dev.limbeck.sql.StatementReader;
import dev.limbeck.sql.StatementSplitter;
import dev.limbeck.text.StrictUtf8Reader;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A script that has been read through once: directives, checksum, number of statements, findings.
 *
 * <p>Its text is not kept. Whoever needs the statements reads the file again, and gets them only if
 * the file is still the one that was checked.
 */
public final class Script {
    /** Up to this size a file is read at once, so that what is checked is what is handed out. */
    private static final int LARGEST_IN_MEMORY = 4 * 1024 * 1024;

    private final ScriptFile file;
    private final ScriptSource source;
    private final SqlLexicon lexicon;
    private final ScriptReading.Facts facts;
    private final Set<String> declared;

    private Script(
            ScriptFile file, ScriptSource source, SqlLexicon lexicon, ScriptReading.Facts facts) {
        this.file = file;
        this.source = source;
        this.lexicon = lexicon;
        this.facts = facts;
        this.declared = Set.copyOf(facts.directives().variables());
    }

    /** Reads a file through. Findings are collected, not thrown. */
    public static Script read(ScriptFile file, SqlLexicon lexicon) {
        return read(file, lexicon, (statement, tokens) -> {});
    }

    /**
     * Reads a file through and shows each statement on the way, so that a check of every statement
     * costs no second reading.
     */
    public static Script read(ScriptFile file, SqlLexicon lexicon, StatementVisitor visitor) {
        return read(file, ScriptSource.ofFile(file), lexicon, visitor);
    }

    private static Script read(
            ScriptFile file, ScriptSource source, SqlLexicon lexicon, StatementVisitor visitor) {
        return new Script(
                file, source, lexicon, ScriptReading.read(file, source, lexicon, visitor));
    }

    /**
     * Reads a script through of which is only told what it would do: it has no checksum, so it
     * can't run.
     *
     * @param source its bytes as the command knows them
     */
    public static Script outline(
            ScriptFile file, ScriptSource source, SqlLexicon lexicon, Consumer<Statement> visitor) {
        return new Script(
                file, source, lexicon, ScriptReading.outline(file, source, lexicon, visitor));
    }

    /** Reads a script that is not in a file, such as a down script kept in the history. */
    public static Script of(String text, ScriptFile origin, SqlLexicon lexicon) {
        return of(text, origin, lexicon, (statement, tokens) -> {});
    }

    /** Reads a script that is not in a file, and shows each statement on the way. */
    public static Script of(
            String text, ScriptFile origin, SqlLexicon lexicon, StatementVisitor visitor) {
        ScriptFile detached =
                new ScriptFile(
                        origin.path(),
                        origin.shown(),
                        origin.direction(),
                        origin.stem(),
                        origin.variant());
        return read(detached, ScriptSource.ofText(text), lexicon, visitor);
    }

    /** Returns the finding that a file is no longer what it was when the command began. */
    static Diagnostic changed(ScriptFile file) {
        return Diagnostic.error(
                        ErrorCode.FILE_CHANGED,
                        "'" + file.shown() + "' was changed while the command ran",
                        SourceLocation.of(file.shown()))
                .withHint("run the command again");
    }

    public ScriptFile file() {
        return file;
    }

    /** Returns what identifies its text; an outline has none. */
    public Checksum checksum() {
        return facts.checksum()
                .orElseThrow(() -> new IllegalStateException("an outline has no checksum"));
    }

    /** Returns the size of its text in bytes of UTF-8, line ends counted as one. */
    public long size() {
        return facts.size();
    }

    /**
     * Returns the whole text, line ends as they stand, or empty where it is too large to be held in
     * memory. Throws {@code ScriptException} where the file is no longer the one that was read.
     */
    public Optional<String> text() {
        if (facts.size() > LARGEST_IN_MEMORY) {
            return Optional.empty();
        }
        StringWriter text = new StringWriter();
        try (InputStream in = openChecked();
                StrictUtf8Reader reader = new StrictUtf8Reader(in)) {
            reader.transferTo(text);
        } catch (IOException e) {
            throw UnreadableFile.failure(file.shown(), e);
        }
        return Optional.of(text.toString());
    }

    /** Returns the number of statements that would be sent. */
    public int statementCount() {
        return facts.statements();
    }

    /** Returns whether {@code -- limbeck: transaction off} stands in it. */
    public boolean transactionOff() {
        return facts.directives().transactionOff();
    }

    /** Returns what {@code -- limbeck: lock-timeout DURATION} says; zero: as long as it takes. */
    public Optional<Duration> lockTimeout() {
        return facts.directives().lockTimeout();
    }

    /** Returns what {@code -- limbeck: statement-timeout DURATION} says; zero: no limit. */
    public Optional<Duration> statementTimeout() {
        return facts.directives().statementTimeout();
    }

    /** Returns what {@code -- limbeck: irreversible REASON} says. */
    public Optional<Irreversible> irreversible() {
        return facts.directives().irreversible();
    }

    /** Returns the names of {@code -- limbeck: vars a, b}. */
    public List<String> variables() {
        return facts.directives().variables();
    }

    /** Returns what is wrong with it, in the order it was found. */
    public List<Diagnostic> findings() {
        return facts.findings();
    }

    /** Returns what is wrong with the file as one that describes the desired schema. */
    public List<Diagnostic> findingsAsDescription() {
        List<Diagnostic> all = new ArrayList<>(facts.findings());
        all.removeAll(facts.directives().ofSchemas());
        return List.copyOf(all);
    }

    /**
     * Returns an error for each declared variable that the script uses and that has no value, at
     * the first place it is used.
     */
    public List<Diagnostic> undefinedVariables(Map<String, String> values) {
        List<Diagnostic> undefined = new ArrayList<>();
        for (String name : variables()) {
            SourceLocation use = facts.variableUses().get(name);
            if (use != null && !values.containsKey(name)) {
                undefined.add(undefined(name, use));
            }
        }
        return undefined;
    }

    /**
     * Opens the statements. Throws {@code ScriptException} with {@code FILE_CHANGED} where the file
     * is no longer the one that was read.
     */
    public StatementReader statements() throws IOException {
        return StatementSplitter.open(new StrictUtf8Reader(openChecked()), lexicon, file.shown());
    }

    /** Opens the bytes, having made sure that they are still the ones that were read. */
    private InputStream openChecked() throws IOException {
        if (facts.checksum().isEmpty()) {
            return source.open();
        }
        if (facts.size() <= LARGEST_IN_MEMORY) {
            byte[] bytes;
            try (InputStream in = source.open()) {
                bytes = in.readNBytes(2 * LARGEST_IN_MEMORY);
            }
            check(new DigestedStream(new ByteArrayInputStream(bytes)));
            return new ByteArrayInputStream(bytes);
        }
        check(new DigestedStream(source.open()));
        return new CheckedStream(new DigestedStream(source.open()));
    }

    private void check(DigestedStream bytes) throws IOException {
        try (bytes) {
            if (!bytes.finish().equals(checksum().exact())) {
                throw new ScriptException(changed(file));
            }
        }
    }

    /** Returns a statement's text with the declared variables replaced. */
    public RenderedText render(String statement, Map<String, String> values) {
        if (declared.isEmpty()) {
            return new RenderedText(statement, List.of());
        }
        StringBuilder text = new StringBuilder();
        List<RenderedText.Replacement> replacements = new ArrayList<>();
        int done = 0;
        for (VariableUse use = VariableUse.next(statement, 0);
                use != null;
                use = VariableUse.next(statement, use.end())) {
            if (declared.contains(use.name())) {
                String value = values.get(use.name());
                if (value == null) {
                    throw new ScriptException(
                            undefined(use.name(), SourceLocation.of(file.shown())));
                }
                text.append(statement, done, use.start());
                replacements.add(
                        new RenderedText.Replacement(
                                text.length(),
                                value.length(),
                                use.start(),
                                use.end() - use.start()));
                text.append(value);
                done = use.end();
            }
        }
        text.append(statement, done, statement.length());
        return new RenderedText(text.toString(), replacements);
    }

    private static Diagnostic undefined(String name, SourceLocation where) {
        return Diagnostic.error(
                        ErrorCode.VARIABLE_UNDEFINED,
                        "the variable ${" + name + "} has no value",
                        where)
                .withHint(
                        "set it under [vars] in the configuration, or with -x " + name + "=VALUE");
    }

    /**
     * A large file that is read while its statements run: its end tells whether it was the same.
     */
    private final class CheckedStream extends FilterInputStream {
        private final DigestedStream bytes;

        CheckedStream(DigestedStream bytes) {
            super(bytes);
            this.bytes = bytes;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = bytes.read(target, offset, length);
            if (count < 0) {
                check(bytes);
            }
            return count;
        }
    }
}
