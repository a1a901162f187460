package dev.limbeck.analysis.calcite;

import dev.limbeck.analysis.calcite.Shape.ShapeColumn;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sf.jsqlparser.schema.Column;
import org.apache.calcite.config.CalciteConnectionConfigImpl;
import org.apache.calcite.config.CalciteConnectionProperty;
import org.apache.calcite.prepare.CalciteCatalogReader;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.rel.type.RelDataTypeSystem;
import org.apache.calcite.runtime.CalciteContextException;
import org.apache.calcite.runtime.CalciteException;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeFactoryImpl;
import org.apache.calcite.sql.validate.SqlConformanceEnum;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql.validate.SqlValidatorUtil;

/**
 * Has Calcite resolve the names of one translated query, and tells in our words what it says. What
 * it says of anything but names and numbers of columns is not passed on: about that, databases
 * differ.
 */
final class Validation {
    private static final Pattern UNKNOWN_COLUMN =
            Pattern.compile(
                    "Column '(.*)' not found in .*|The definition of column '(.*)' depends.*"
                            + "|Unknown identifier '(.*)'|Unknown field '(.*)'");
    private static final Pattern UNKNOWN_TABLE = Pattern.compile("Table '(.*)' not found.*");
    private static final Pattern AMBIGUOUS = Pattern.compile("Column '(.*)' is ambiguous");
    private static final Pattern BRANCHES = Pattern.compile("Column count mismatch in .*");

    /** Knows types by value, and keeps no more of them than there are kinds. */
    private static final RelDataTypeFactory TYPES =
            new SqlTypeFactoryImpl(RelDataTypeSystem.DEFAULT);

    private static final CalciteConnectionConfigImpl CASE_COUNTS =
            new CalciteConnectionConfigImpl(new Properties())
                    .set(CalciteConnectionProperty.CASE_SENSITIVE, "true");

    private static final SqlValidator.Config CONFIG =
            SqlValidator.Config.DEFAULT
                    .withConformance(SqlConformanceEnum.LENIENT)
                    .withTypeCoercionEnabled(false)
                    .withIdentifierExpansion(false)
                    .withColumnReferenceExpansion(false);

    /** What became of a query. */
    enum Outcome {
        /** Its names could be resolved. */
        RESOLVED,
        /** Something was found, and is left out of the next attempt. */
        FOUND,
        /** It could not be looked into further. */
        GIVEN_UP
    }

    private final Translation translation;
    private int offset;

    Validation(Translation translation) {
        this.translation = translation;
    }

    /** Returns the place of what was found. */
    int offset() {
        return offset;
    }

    Outcome ask(Question question) {
        try {
            question.answered().accept(kinds(row(question.query())));
            return Outcome.RESOLVED;
        } catch (CalciteContextException e) {
            String message = String.valueOf(e.getCause() == null ? e : e.getCause().getMessage());
            offset = Translation.offset(e.getPosColumn());
            return told(message);
        } catch (CalciteException e) {
            return Outcome.GIVEN_UP;
        }
    }

    private static List<Kind> kinds(RelDataType row) {
        return row.getFieldList().stream()
                .map(RelDataTypeField::getType)
                .map(type -> Kind.of(type.getSqlTypeName()))
                .toList();
    }

    /** Returns the columns that a query yields; empty where they can't be told. */
    Optional<List<ShapeColumn>> columns(SqlNode query) {
        try {
            return Optional.of(
                    row(query).getFieldList().stream()
                            .map(
                                    field ->
                                            new ShapeColumn(
                                                    field.getName(),
                                                    field.getName(),
                                                    Kind.of(field.getType().getSqlTypeName())))
                            .toList());
        } catch (CalciteContextException e) {
            return Optional.empty();
        }
    }

    private RelDataType row(SqlNode query) {
        CalciteCatalogReader catalog =
                new CalciteCatalogReader(translation.root(), List.of(), TYPES, CASE_COUNTS);
        SqlValidator validator =
                SqlValidatorUtil.newValidator(
                        SqlStdOperatorTable.instance(), catalog, TYPES, CONFIG);
        return validator.getValidatedNodeType(validator.validate(query));
    }

    private Outcome told(String message) {
        Matcher column = UNKNOWN_COLUMN.matcher(message);
        if (column.matches()) {
            return unknownColumn();
        }
        if (UNKNOWN_TABLE.matcher(message).matches()) {
            return unknownQualifier();
        }
        if (AMBIGUOUS.matcher(message).matches()) {
            return ambiguous();
        }
        if (BRANCHES.matcher(message).matches() && !translation.isOpen()) {
            translation.find(
                    offset,
                    Diagnostic.error(
                            ErrorCode.VALUES_DIFFER_IN_NUMBER,
                            "the queries that are put together yield different numbers of"
                                    + " columns"));
        }
        return Outcome.GIVEN_UP;
    }

    private Outcome unknownColumn() {
        Optional<Column> found = translation.columnAt(offset);
        if (found.isEmpty()) {
            // the star of a relation that isn't there
            return unknownQualifier();
        }
        Column column = found.get();
        String name = translation.spelling().name(column.getColumnName());
        boolean qualified = column.getTable() != null && column.getTable().getName() != null;
        boolean other =
                qualified
                        ? translation.lookup().isRoutine(name)
                        : translation.lookup().isValue(name);
        if (other) {
            return Outcome.FOUND;
        }
        String of = "";
        List<String> candidates = new ArrayList<>();
        if (qualified) {
            String alias = translation.spelling().key(column.getTable().getName());
            of = " of " + column.getTable().getName();
            translation
                    .shapes()
                    .getOrDefault(alias, List.of())
                    .forEach(shape -> add(shape, candidates));
        } else {
            translation
                    .shapes()
                    .values()
                    .forEach(shapes -> shapes.forEach(shape -> add(shape, candidates)));
        }
        Diagnostic plain =
                Diagnostic.error(
                        ErrorCode.OBJECT_MISSING, "column " + name + of + " does not exist");
        translation.find(
                offset, Suggestion.hint(name, candidates).map(plain::withHint).orElse(plain));
        return Outcome.FOUND;
    }

    private static void add(Shape shape, List<String> names) {
        shape.columns().stream().map(ShapeColumn::name).forEach(names::add);
    }

    private Outcome unknownQualifier() {
        Optional<String> name = translation.qualifierAt(offset);
        if (name.isEmpty()) {
            return Outcome.GIVEN_UP;
        }
        Diagnostic plain =
                Diagnostic.error(
                        ErrorCode.OBJECT_MISSING, "nothing in FROM is called " + name.get());
        translation.find(
                offset,
                Suggestion.hint(
                                translation.spelling().key(name.get()),
                                translation.shapes().keySet())
                        .map(plain::withHint)
                        .orElse(plain));
        return Outcome.FOUND;
    }

    private Outcome ambiguous() {
        Optional<Column> found = translation.columnAt(offset);
        boolean one =
                found.map(column -> translation.spelling().key(column.getColumnName()))
                        .filter(translation::mayBeOne)
                        .isPresent();
        if (found.isPresent() && !one) {
            translation.find(
                    offset,
                    Diagnostic.error(
                            ErrorCode.NAME_AMBIGUOUS,
                            "column "
                                    + translation.spelling().name(found.get().getColumnName())
                                    + " may be that of several tables"));
        }
        return found.isPresent() ? Outcome.FOUND : Outcome.GIVEN_UP;
    }
}
