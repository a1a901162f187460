package dev.limbeck.mysql.ddl;

import dev.limbeck.ddl.DdlFinding;
import dev.limbeck.ddl.DdlReading;
import dev.limbeck.diff.ColumnChange;
import dev.limbeck.diff.ObjectChange;
import dev.limbeck.diff.SchemaChange;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.mysql.server.ServerSettings;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Refuses names that the server doesn't keep apart or doesn't keep as they are written: columns of
 * one table that differ in case only, and on a server with {@code lower_case_table_names = 1}
 * tables and views with capital letters.
 */
final class LetterCase {
    /** The setting of a server that keeps the names of tables in small letters. */
    private static final int FOLDED = 1;

    private final ServerSettings settings;

    LetterCase(ServerSettings settings) {
        this.settings = settings;
    }

    /** Returns a reading, with a finding more for each name that is refused. */
    DdlReading checked(DdlReading reading) {
        List<DdlFinding> refusals = new ArrayList<>();
        for (SchemaChange change : reading.changes()) {
            made(change)
                    .filter(name -> settings.tableNames() == FOLDED && hasCapitals(name))
                    .ifPresent(name -> refusals.add(new DdlFinding(0, folded(name))));
            table(change, reading.schema())
                    .flatMap(LetterCase::twin)
                    .filter(twin -> refusals.isEmpty())
                    .ifPresent(twin -> refusals.add(new DdlFinding(0, twin)));
        }
        if (refusals.isEmpty()) {
            return reading;
        }
        List<DdlFinding> findings = new ArrayList<>(reading.findings());
        findings.addAll(refusals);
        return new DdlReading(
                reading.changes(),
                reading.schema(),
                findings,
                reading.elements(),
                reading.session());
    }

    private static Optional<QualifiedName> made(SchemaChange change) {
        if (change instanceof ObjectChange.Rename rename) {
            return Optional.of(rename.newName());
        }
        return change instanceof ObjectChange.Create create
                        && (create.created().id().kind() == ObjectKind.TABLE
                                || create.created().id().kind() == ObjectKind.VIEW)
                ? Optional.of(create.created().id().name())
                : Optional.empty();
    }

    private static boolean hasCapitals(QualifiedName name) {
        return !name.name().equals(name.name().toLowerCase(Locale.ROOT));
    }

    private Diagnostic folded(QualifiedName name) {
        String small = name.name().toLowerCase(Locale.ROOT);
        return Diagnostic.error(
                        ErrorCode.NOT_IN_DATABASE,
                        "this server keeps the names of tables in small letters"
                                + " (lower_case_table_names = 1): "
                                + name.name()
                                + " would be "
                                + small)
                .withHint("write " + small);
    }

    private static Optional<Table> table(SchemaChange change, Schema after) {
        if (change instanceof ObjectChange.Create create
                && create.created() instanceof Table made) {
            return Optional.of(made);
        }
        return change instanceof ColumnChange column
                ? after.table(column.table())
                : Optional.empty();
    }

    private static Optional<Diagnostic> twin(Table table) {
        Map<String, String> seen = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String name : table.columnNames()) {
            String other = seen.putIfAbsent(name, name);
            if (other != null) {
                return Optional.of(
                        Diagnostic.error(
                                ErrorCode.OBJECT_EXISTS,
                                "columns "
                                        + other
                                        + " and "
                                        + name
                                        + " of table "
                                        + table.name()
                                        + " differ in case only, which no server of MySQL or"
                                        + " MariaDB tells apart"));
            }
        }
        return Optional.empty();
    }
}
