package dev.limbeck.ledger;

import dev.limbeck.error.DatabaseException;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.script.Checksum;
import dev.limbeck.script.Direction;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A history row as the values of its columns: {@link String}, {@link Long} or {@link Instant}. */
final class HistoryRow {
    private static final int NAME_LENGTH = 255;

    private final Map<HistoryColumn, Object> values;

    private HistoryRow(Map<HistoryColumn, Object> values) {
        this.values = values;
    }

    /** Reads the columns of a row with the reader's one method. */
    static <X extends Exception> HistoryRow read(List<HistoryColumn> columns, Reader<X> reader)
            throws X {
        Map<HistoryColumn, Object> values = new EnumMap<>(HistoryColumn.class);
        for (int i = 0; i < columns.size(); i++) {
            Object value = reader.value(columns.get(i), i + 1);
            if (value != null) {
                values.put(columns.get(i), value);
            }
        }
        return new HistoryRow(values);
    }

    /** Reads one value of a row. */
    @FunctionalInterface
    interface Reader<X extends Exception> {
        @Nullable Object value(HistoryColumn column, int index) throws X;
    }

    /** Returns an event's values; what is absent or empty has none. */
    static HistoryRow of(String versionTable, HistoryEvent event) {
        HistoryRow row = new HistoryRow(new EnumMap<>(HistoryColumn.class));
        row.name(HistoryColumn.VERSION_TABLE, versionTable);
        row.number(HistoryColumn.EVENT_NUMBER, event.number());
        row.number(HistoryColumn.LEDGER_FORMAT, Ledger.FORMAT);
        row.name(HistoryColumn.KIND, event.kind().name().toLowerCase(Locale.ROOT));
        event.subject().ifPresent(row::subject);
        event.script().ifPresent(row::script);
        row.list(HistoryColumn.HEADS, event.heads());
        row.values.put(HistoryColumn.STARTED_AT, event.startedAt());
        row.number(HistoryColumn.DURATION_MS, event.duration().toMillis());
        row.actor(event.by());
        event.failure().ifPresent(row::failure);
        event.reason().ifPresent(reason -> row.text(HistoryColumn.REASON, reason));
        return row;
    }

    private void subject(HistoryEvent.Subject subject) {
        text(HistoryColumn.REVISION, subject.revision());
        list(HistoryColumn.REVISES, subject.revises());
        list(HistoryColumn.DEPENDS_ON, subject.dependsOn());
        list(HistoryColumn.BRANCH_LABELS, subject.branchLabels());
        text(HistoryColumn.MESSAGE, subject.message());
        subject.created().ifPresent(created -> values.put(HistoryColumn.CREATED_AT, created));
    }

    private void script(HistoryEvent.RecordedScript script) {
        name(HistoryColumn.DIRECTION, script.direction().word());
        script.file().ifPresent(file -> text(HistoryColumn.SCRIPT_FILE, file));
        script.checksum().ifPresent(this::checksum);
        number(HistoryColumn.STATEMENTS, script.statements());
        script.text().ifPresent(stored -> text(HistoryColumn.SCRIPT, stored.encoded()));
        script.downText().ifPresent(stored -> text(HistoryColumn.DOWN_SCRIPT, stored.encoded()));
    }

    private void checksum(Checksum checksum) {
        name(HistoryColumn.CHECKSUM, checksum.exact());
        name(HistoryColumn.TOKEN_CHECKSUM, checksum.tokens());
    }

    private void actor(HistoryEvent.Actor actor) {
        name(HistoryColumn.OS_USER, actor.osUser());
        name(HistoryColumn.DATABASE_USER, actor.databaseUser());
        name(HistoryColumn.HOST, actor.host());
        number(HistoryColumn.PROCESS_ID, actor.process());
        name(HistoryColumn.TOOL_VERSION, actor.toolVersion());
    }

    private void failure(HistoryEvent.Failure failure) {
        number(HistoryColumn.FAILED_STATEMENT, failure.ordinal());
        text(HistoryColumn.FAILED_TEXT, failure.text());
        text(HistoryColumn.FAILED_ERROR, failure.error());
        number(
                HistoryColumn.ROLLED_BACK,
                failure.outcome() == HistoryEvent.Outcome.ROLLED_BACK ? 1 : 0);
    }

    private void name(HistoryColumn column, String value) {
        text(column, value.length() > NAME_LENGTH ? value.substring(0, NAME_LENGTH) : value);
    }

    private void text(HistoryColumn column, String value) {
        if (!value.isEmpty()) {
            values.put(column, value);
        }
    }

    private void list(HistoryColumn column, List<String> items) {
        text(column, String.join(",", items));
    }

    private void number(HistoryColumn column, long value) {
        values.put(column, value);
    }

    /** Returns the values by column, in the order of the columns. */
    NavigableMap<HistoryColumn, Object> values() {
        return new TreeMap<>(values);
    }

    /** Returns the event these values are of; every column has been read. */
    HistoryEvent event() {
        return new HistoryEvent(
                number(HistoryColumn.EVENT_NUMBER),
                kind(),
                revision().map(this::subject),
                direction().map(this::script),
                heads(),
                new HistoryEvent.Actor(
                        text(HistoryColumn.OS_USER).orElse(""),
                        text(HistoryColumn.DATABASE_USER).orElse(""),
                        text(HistoryColumn.HOST).orElse(""),
                        number(HistoryColumn.PROCESS_ID),
                        text(HistoryColumn.TOOL_VERSION).orElse("")),
                instant(HistoryColumn.STARTED_AT).orElse(Instant.EPOCH),
                Duration.ofMillis(number(HistoryColumn.DURATION_MS)),
                failure(),
                text(HistoryColumn.REASON));
    }

    HistoryEvent.Kind kind() {
        String word = text(HistoryColumn.KIND).orElse("");
        for (HistoryEvent.Kind kind : HistoryEvent.Kind.values()) {
            if (kind.name().equalsIgnoreCase(word)) {
                return kind;
            }
        }
        throw unknown("of kind '" + word + "'");
    }

    Optional<String> revision() {
        return text(HistoryColumn.REVISION);
    }

    Optional<Direction> direction() {
        return text(HistoryColumn.DIRECTION)
                .map(
                        word ->
                                Arrays.stream(Direction.values())
                                        .filter(direction -> direction.word().equals(word))
                                        .findFirst()
                                        .orElseThrow(() -> unknown("in direction '" + word + "'")));
    }

    /** Only a newer version, or a person's hand, can have written what this one does not know. */
    private DatabaseException unknown(String what) {
        return new DatabaseException(
                Diagnostic.error(
                                ErrorCode.LEDGER_TOO_NEW,
                                "event "
                                        + number(HistoryColumn.EVENT_NUMBER)
                                        + " of limbeck_history is "
                                        + what
                                        + ", which this version of Limbeck does not know")
                        .withHint(
                                "use the newer version that wrote it for this database; where"
                                        + " nobody has one, the row was written by hand: delete it"));
    }

    List<String> heads() {
        return list(HistoryColumn.HEADS);
    }

    int statements() {
        return Math.toIntExact(number(HistoryColumn.STATEMENTS));
    }

    Optional<Checksum> checksum() {
        return text(HistoryColumn.CHECKSUM)
                .map(exact -> new Checksum(exact, text(HistoryColumn.TOKEN_CHECKSUM).orElse("")));
    }

    int failedStatement() {
        return Math.toIntExact(number(HistoryColumn.FAILED_STATEMENT));
    }

    /** Returns what a failure left behind. */
    HistoryEvent.Outcome outcome() {
        return number(HistoryColumn.ROLLED_BACK) == 1
                ? HistoryEvent.Outcome.ROLLED_BACK
                : HistoryEvent.Outcome.HALF_DONE;
    }

    private Optional<HistoryEvent.Failure> failure() {
        return values.containsKey(HistoryColumn.FAILED_STATEMENT)
                ? Optional.of(
                        new HistoryEvent.Failure(
                                failedStatement(),
                                text(HistoryColumn.FAILED_TEXT).orElse(""),
                                text(HistoryColumn.FAILED_ERROR).orElse(""),
                                outcome()))
                : Optional.empty();
    }

    private HistoryEvent.Subject subject(String revision) {
        return new HistoryEvent.Subject(
                revision,
                list(HistoryColumn.REVISES),
                list(HistoryColumn.DEPENDS_ON),
                list(HistoryColumn.BRANCH_LABELS),
                text(HistoryColumn.MESSAGE).orElse(""),
                instant(HistoryColumn.CREATED_AT));
    }

    private HistoryEvent.RecordedScript script(Direction direction) {
        return new HistoryEvent.RecordedScript(
                direction,
                text(HistoryColumn.SCRIPT_FILE),
                checksum(),
                statements(),
                text(HistoryColumn.SCRIPT).map(StoredText::new),
                text(HistoryColumn.DOWN_SCRIPT).map(StoredText::new));
    }

    private Optional<String> text(HistoryColumn column) {
        return Optional.ofNullable((String) values.get(column)).filter(text -> !text.isEmpty());
    }

    private List<String> list(HistoryColumn column) {
        return text(column).map(joined -> List.of(joined.split(","))).orElse(List.of());
    }

    private long number(HistoryColumn column) {
        return values.get(column) instanceof Long number ? number : 0;
    }

    private Optional<Instant> instant(HistoryColumn column) {
        return Optional.ofNullable((Instant) values.get(column));
    }
}
