package dev.limbeck.ledger;

import dev.limbeck.error.DatabaseException;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.ledger.JournalRun.Progress;
import dev.limbeck.ledger.JournalRun.State;
import dev.limbeck.ledger.JournalRun.Stretch;
import dev.limbeck.script.Direction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes {@code limbeck_journal}: which statements of scripts that run outside a
 * transaction are done.
 *
 * <p>It is written over the connection that runs the scripts, so that a row and what it stands for
 * can be one transaction where the database allows it, and so that both end with one session.
 */
public final class Journal {
    /** The longest statement that is kept, in characters. */
    static final int LONGEST_TEXT = 64 * 1024;

    private static final int LONGEST_NAME = 255;

    private final LedgerTables tables;
    private final LedgerNames names;
    private final LedgerStatements statements;

    Journal(LedgerTables tables, LedgerNames names, LedgerStatements statements) {
        this.tables = tables;
        this.names = names;
        this.statements = statements;
    }

    /** Makes the table where it is absent. */
    public void create() {
        tables.create(names.journalTable(), statements.createJournalTable());
    }

    /** Returns the runs that are still to be finished, none where there is no journal. */
    public List<JournalRun> open() {
        return runs().stream().filter(run -> run.state() == State.OPEN).toList();
    }

    /** Returns all runs in the order in which they began, none where there is no journal. */
    public List<JournalRun> runs() {
        if (!tables.exists(names.journalTable())) {
            return List.of();
        }
        last();
        return tables.read("read " + shown(), this::select);
    }

    private List<JournalRun> select() throws SQLException {
        List<JournalRun> runs = new ArrayList<>();
        try (PreparedStatement statement = prepare(statements.selectJournal())) {
            statement.setString(1, names.versionTable());
            try (ResultSet result = statement.executeQuery()) {
                @Nullable Row run = null;
                List<Stretch> stretches = new ArrayList<>();
                while (result.next()) {
                    Row row = Row.read(result);
                    if (row.number(JournalColumn.ORDINAL) > 0) {
                        stretches.add(row.stretch());
                    } else {
                        if (run != null) {
                            runs.add(run.run(stretches));
                        }
                        run = row;
                        stretches = new ArrayList<>();
                    }
                }
                if (run != null) {
                    runs.add(run.run(stretches));
                }
            }
        }
        return runs;
    }

    /** Returns the number of the last run; 0 where there is none. */
    private long last() {
        return tables.read(
                "read " + shown(),
                () -> {
                    try (PreparedStatement statement = prepare(statements.selectLastRun())) {
                        statement.setString(1, names.versionTable());
                        try (ResultSet row = statement.executeQuery()) {
                            row.next();
                            tables.refuseNewer(names.journalTable(), row.getLong(2));
                            return row.getLong(1);
                        }
                    }
                });
    }

    /** Writes a run under the next number, and returns that. */
    public long begin(JournalRun run) {
        long number = last() + 1;
        Row row = row(number, 0, State.OPEN.name());
        row.put(JournalColumn.LAST_ORDINAL, (long) run.total());
        row.put(JournalColumn.REVISION, run.revision());
        row.put(JournalColumn.DIRECTION, run.direction().word());
        row.put(JournalColumn.CHECKSUM, run.checksum());
        run.script().ifPresent(text -> row.put(JournalColumn.TEXT, text.encoded()));
        row.put(JournalColumn.STARTED_AT, run.startedAt());
        insert(row);
        return number;
    }

    /** Writes what is known of statements, in place of what was known before. */
    public void note(long run, Stretch stretch) {
        Row row = row(run, stretch.first(), stretch.progress().name());
        row.put(JournalColumn.LAST_ORDINAL, (long) stretch.last());
        row.put(JournalColumn.CHECKSUM, stretch.checksum());
        stretch.text()
                .filter(text -> text.length() <= LONGEST_TEXT)
                .ifPresent(text -> row.put(JournalColumn.TEXT, text));
        row.put(JournalColumn.SESSION_KEY, name(stretch.session()));
        row.put(JournalColumn.STARTED_AT, stretch.startedAt());
        stretch.endedAt().ifPresent(moment -> row.put(JournalColumn.ENDED_AT, moment));
        stretch.error().ifPresent(error -> row.put(JournalColumn.ERROR, error));
        if (update(row, run, stretch.first()) == 0) {
            insert(row);
        }
    }

    /** Says of a run that nothing of it is left to do. */
    public void close(long run, Instant now) {
        Row row = new Row(new EnumMap<>(JournalColumn.class));
        row.put(JournalColumn.STATE, word(State.CLOSED.name()));
        row.put(JournalColumn.ENDED_AT, now);
        update(row, run, 0);
    }

    /** Forgets a run of which nothing is left. */
    public void forget(long run) {
        tables.write(
                "write " + shown(),
                () -> {
                    try (PreparedStatement statement = prepare(statements.deleteRun())) {
                        statement.setString(1, names.versionTable());
                        statement.setLong(2, run);
                        return statement.executeUpdate();
                    }
                });
    }

    private Row row(long run, int ordinal, String state) {
        Row row = new Row(new EnumMap<>(JournalColumn.class));
        row.put(JournalColumn.VERSION_TABLE, name(names.versionTable()));
        row.put(JournalColumn.RUN_NUMBER, run);
        row.put(JournalColumn.ORDINAL, (long) ordinal);
        row.put(JournalColumn.LEDGER_FORMAT, (long) Ledger.FORMAT);
        row.put(JournalColumn.STATE, word(state));
        return row;
    }

    private static String name(String text) {
        return text.length() > LONGEST_NAME ? text.substring(0, LONGEST_NAME) : text;
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private void insert(Row row) {
        tables.write(
                "write " + shown(),
                () -> {
                    String sql = statements.insertJournal(row.values().keySet());
                    try (PreparedStatement statement = prepare(sql)) {
                        row.bind(statement);
                        return statement.executeUpdate();
                    }
                });
    }

    private int update(Row row, long run, int ordinal) {
        return tables.write(
                "write " + shown(),
                () -> {
                    String sql = statements.updateJournal(row.values().keySet());
                    try (PreparedStatement statement = prepare(sql)) {
                        int index = row.bind(statement);
                        statement.setString(index + 1, names.versionTable());
                        statement.setLong(index + 2, run);
                        statement.setLong(index + 3, ordinal);
                        return statement.executeUpdate();
                    }
                });
    }

    private PreparedStatement prepare(String sql) throws SQLException {
        return tables.connection().prepareStatement(sql);
    }

    private String shown() {
        return tables.shown(names.journalTable());
    }

    /** A row as the values of its columns. */
    private record Row(Map<JournalColumn, Object> values) {
        static Row read(ResultSet result) throws SQLException {
            Row row = new Row(new EnumMap<>(JournalColumn.class));
            for (JournalColumn column : JournalColumn.values()) {
                Object value = LedgerValues.read(result, column, column.ordinal() + 1);
                if (value != null) {
                    row.values.put(column, value);
                }
            }
            return row;
        }

        /** Empty text is stored as NULL on every database. */
        void put(JournalColumn column, Object value) {
            if (!"".equals(value)) {
                values.put(column, value);
            }
        }

        int bind(PreparedStatement statement) throws SQLException {
            int index = 0;
            for (Map.Entry<JournalColumn, Object> entry : values.entrySet()) {
                LedgerValues.bind(statement, ++index, entry.getKey(), entry.getValue());
            }
            return index;
        }

        long number(JournalColumn column) {
            return values.get(column) instanceof Long number ? number : 0;
        }

        private Optional<String> text(JournalColumn column) {
            return Optional.ofNullable((String) values.get(column)).filter(text -> !text.isEmpty());
        }

        private Optional<Instant> moment(JournalColumn column) {
            return Optional.ofNullable((Instant) values.get(column));
        }

        private <E extends Enum<E>> E word(Class<E> type) {
            String word = text(JournalColumn.STATE).orElse("");
            for (E constant : type.getEnumConstants()) {
                if (constant.name().equalsIgnoreCase(word)) {
                    return constant;
                }
            }
            throw new DatabaseException(
                    Diagnostic.error(
                                    ErrorCode.LEDGER_TOO_NEW,
                                    "run "
                                            + number(JournalColumn.RUN_NUMBER)
                                            + " of limbeck_journal is in state '"
                                            + word
                                            + "', which this version of Limbeck does not know")
                            .withHint(
                                    "use the newer version that wrote it for this database; where"
                                            + " nobody has one, the row was written by hand: delete"
                                            + " it"));
        }

        JournalRun run(List<Stretch> stretches) {
            boolean down =
                    text(JournalColumn.DIRECTION).filter(Direction.DOWN.word()::equals).isPresent();
            return new JournalRun(
                    number(JournalColumn.RUN_NUMBER),
                    word(State.class),
                    text(JournalColumn.REVISION).orElse(""),
                    down ? Direction.DOWN : Direction.UP,
                    Math.toIntExact(number(JournalColumn.LAST_ORDINAL)),
                    text(JournalColumn.CHECKSUM).orElse(""),
                    text(JournalColumn.TEXT).map(StoredText::new),
                    moment(JournalColumn.STARTED_AT).orElse(Instant.EPOCH),
                    stretches);
        }

        Stretch stretch() {
            return new Stretch(
                    Math.toIntExact(number(JournalColumn.ORDINAL)),
                    Math.toIntExact(number(JournalColumn.LAST_ORDINAL)),
                    word(Progress.class),
                    text(JournalColumn.CHECKSUM).orElse(""),
                    text(JournalColumn.TEXT),
                    text(JournalColumn.SESSION_KEY).orElse(""),
                    moment(JournalColumn.STARTED_AT).orElse(Instant.EPOCH),
                    moment(JournalColumn.ENDED_AT),
                    text(JournalColumn.ERROR));
        }
    }
}
