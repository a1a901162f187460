package dev.limbeck.mysql.catalog;

import dev.limbeck.dialect.CatalogRow;
import dev.limbeck.mysql.text.MySqlIdentifiers;
import dev.limbeck.mysql.text.MySqlLiterals;
import dev.limbeck.mysql.type.MySqlTypes;
import dev.limbeck.schema.Details;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.OpaqueObject;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Routine;
import dev.limbeck.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes routines and events of what the catalog says of them. */
final class CatalogPrograms {
    private final CatalogScope scope;
    private final Map<Question, List<CatalogRow>> answers;

    CatalogPrograms(CatalogScope scope, Map<Question, List<CatalogRow>> answers) {
        this.scope = scope;
        this.answers = answers;
    }

    private List<CatalogRow> rows(Question question) {
        return answers.getOrDefault(question, List.of());
    }

    List<SchemaObject> read() {
        List<SchemaObject> programs = new ArrayList<>();
        Map<List<String>, List<CatalogRow>> parameters =
                rows(Question.PARAMETERS).stream()
                        .collect(Collectors.groupingBy(CatalogPrograms::key));
        for (CatalogRow row : rows(Question.ROUTINES)) {
            if (isRoutine(row)) {
                programs.add(routine(row, parameters.getOrDefault(key(row), List.of())));
            }
        }
        rows(Question.EVENTS).forEach(row -> programs.add(event(row)));
        return programs;
    }

    /** Returns whether a row is of a function or procedure, not of a package. */
    static boolean isRoutine(CatalogRow row) {
        return row.is("routine_type", "FUNCTION") || row.is("routine_type", "PROCEDURE");
    }

    private static List<String> key(CatalogRow row) {
        return List.of(
                row.text("routine_schema"), row.text("routine_name"), row.text("routine_type"));
    }

    private Routine routine(CatalogRow row, List<CatalogRow> parameters) {
        Options options = Options.none().with(Routine.NAMED_BY_TYPE, "");
        if (row.is("is_deterministic", "YES")) {
            options = options.with("deterministic", "");
        }
        String access = row.text("data_access").toLowerCase(Locale.ROOT);
        if (!access.equals("contains sql")) {
            options = options.with("data_access", access);
        }
        if (row.is("security_type", "INVOKER")) {
            options = options.with("security", "invoker");
        }
        boolean function = row.is("routine_type", "FUNCTION");
        return new Routine(
                scope.name(row.text("routine_schema"), row.text("routine_name")),
                function ? Routine.Type.FUNCTION : Routine.Type.PROCEDURE,
                parameters.stream().map(CatalogPrograms::argument).toList(),
                row.filled("returned").map(Expression::of),
                row.filled("language")
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .filter(word -> !word.equals("sql")),
                Expression.of(row.find("body").orElse("")),
                options,
                Details.none().withComment(row.filled("routine_comment")));
    }

    private static Routine.Argument argument(CatalogRow row) {
        return new Routine.Argument(
                row.find("parameter_name").orElse(""),
                row.find("mode")
                        .map(mode -> Routine.Mode.valueOf(mode.toUpperCase(Locale.ROOT)))
                        .orElse(Routine.Mode.IN),
                MySqlTypes.parse(row.text("type")),
                Optional.empty());
    }

    private OpaqueObject event(CatalogRow row) {
        QualifiedName name = scope.name(row.text("event_schema"), row.text("event_name"));
        var text = new StringBuilder("CREATE EVENT ").append(MySqlIdentifiers.write(name));
        text.append(" ON SCHEDULE");
        if (row.is("event_type", "RECURRING")) {
            text.append(" EVERY ").append(interval(row.text("interval_value")));
            text.append(' ').append(row.text("interval_field"));
            row.find("starts").ifPresent(at -> text.append(" STARTS ").append(moment(at)));
            row.find("ends").ifPresent(at -> text.append(" ENDS ").append(moment(at)));
        } else {
            text.append(" AT ").append(moment(row.text("execute_at")));
        }
        if (row.is("on_completion", "PRESERVE")) {
            text.append(" ON COMPLETION PRESERVE");
        }
        String status = row.text("status").toUpperCase(Locale.ROOT);
        if (!status.equals("ENABLED")) {
            text.append(status.equals("DISABLED") ? " DISABLE" : " DISABLE ON SLAVE");
        }
        row.filled("event_comment")
                .ifPresent(
                        comment -> text.append(" COMMENT ").append(MySqlLiterals.string(comment)));
        text.append(" DO ").append(row.find("body").orElse(""));
        return OpaqueObject.of(name, "event", Expression.of(text.toString()));
    }

    private static String interval(String value) {
        return value.matches("\\d+|'.*'") ? value : MySqlLiterals.string(value);
    }

    private static String moment(String at) {
        return MySqlLiterals.string(at.replaceFirst("\\.0+$", ""));
    }
}
