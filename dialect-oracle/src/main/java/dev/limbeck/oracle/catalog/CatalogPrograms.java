package dev.limbeck.oracle.catalog;

import dev.limbeck.ddl.DdlReading;
import dev.limbeck.ddl.DdlSession;
import dev.limbeck.dialect.CatalogRow;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.oracle.ddl.OracleDdlReader;
import dev.limbeck.oracle.text.OracleIdentifiers;
import dev.limbeck.schema.PartKind;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads the texts of programs as a script's: the catalog keeps each as it was written, from the
 * word that names its kind.
 */
final class CatalogPrograms {
    /** What others are made of comes first. */
    private static final List<String> ORDER =
            List.of(
                    "TYPE",
                    "FUNCTION",
                    "PROCEDURE",
                    "PACKAGE",
                    "TYPE BODY",
                    "PACKAGE BODY",
                    "TRIGGER");

    /** A program by its kind and name. */
    private record Unit(String schema, String type, String name) {}

    private final CatalogAnswers answers;
    private final OracleDdlReader reader;
    private final List<Diagnostic> notices = new ArrayList<>();

    CatalogPrograms(CatalogAnswers answers, OracleDdlReader reader) {
        this.answers = answers;
        this.reader = reader.in(answers.own());
    }

    /** Returns what could not be read. */
    List<Diagnostic> notices() {
        return notices;
    }

    /** Returns a schema with the programs that are there. */
    Schema with(Schema relations) {
        Map<Unit, List<CatalogRow>> units =
                answers.by(
                        Question.SOURCES,
                        row -> new Unit(row.text("owner"), row.text("type"), row.text("name")));
        Schema schema = relations;
        for (Unit unit :
                units.keySet().stream()
                        .sorted(Comparator.comparingInt(each -> ORDER.indexOf(each.type())))
                        .toList()) {
            StringBuilder text = new StringBuilder("CREATE OR REPLACE ");
            units.getOrDefault(unit, List.of())
                    .forEach(row -> text.append(row.find("text").orElse("")));
            schema = read(schema, unit, text.toString().strip());
        }
        return stopped(schema);
    }

    private Schema read(Schema before, Unit unit, String text) {
        String schema = unit.schema().equals(answers.own()) ? "" : unit.schema();
        DdlReading reading =
                reader.read(text, before, DdlSession.initial().withPath(List.of(schema)));
        if (reading.findings().isEmpty()) {
            return reading.schema();
        }
        String why = reading.findings().get(0).diagnostic().message();
        notices.add(
                Diagnostic.warning(
                        ErrorCode.OBJECT_MISSING,
                        unit.type().toLowerCase(Locale.ROOT)
                                + " "
                                + answers.name(unit.schema(), unit.name())
                                + " isn't compared: its text can't be read: "
                                + why));
        return reading.schema();
    }

    /** Whether a trigger fires is not in its text. */
    private Schema stopped(Schema start) {
        Schema schema = start;
        Set<QualifiedName> known = new HashSet<>();
        for (CatalogRow row : answers.rows(Question.TRIGGERS)) {
            QualifiedName name = answers.name(row, "owner", "trigger_name");
            boolean there = !schema.ownersOf(PartKind.TRIGGER, name).isEmpty();
            if (there && known.add(name)) {
                String word = row.is("status", "DISABLED") ? "DISABLE" : "ENABLE";
                schema =
                        reader.read(
                                        "ALTER TRIGGER "
                                                + OracleIdentifiers.write(name)
                                                + " "
                                                + word,
                                        schema,
                                        DdlSession.initial())
                                .schema();
            }
        }
        return schema;
    }
}
