package dev.limbeck.mysql.catalog;

import dev.limbeck.dialect.CatalogRow;
import dev.limbeck.mysql.text.MySqlIdentifiers;
import dev.limbeck.mysql.text.MySqlLexicon;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.IndexPart;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.Partitioning;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Makes a partitioning of the rows of its partitions. */
final class CatalogPartitions {
    private static final String BY_SYSTEM_TIME = "system_time";

    private final CatalogScope scope;

    CatalogPartitions(CatalogScope scope) {
        this.scope = scope;
    }

    Partitioning partitioning(List<CatalogRow> rows) {
        CatalogRow first = rows.get(0);
        String method = first.text("partition_method").toLowerCase(Locale.ROOT);
        String expression = first.find("partition_expression").orElse("");
        var partitions = new LinkedHashMap<String, Partitioning.Partition>();
        for (CatalogRow row : rows) {
            partitions.computeIfAbsent(
                    row.text("partition_name"), name -> partition(name, method, row));
        }
        boolean bySystemTime = method.equals(BY_SYSTEM_TIME);
        Options options =
                bySystemTime
                        ? Options.none().with("definition", ("SYSTEM_TIME " + expression).strip())
                        : subpartition(rows, partitions);
        return new Partitioning(
                method,
                bySystemTime ? List.of() : keys(method, expression),
                List.copyOf(partitions.values()),
                options);
    }

    private List<IndexPart> keys(String method, String expression) {
        if (method.endsWith("columns") || method.endsWith("key")) {
            return names(expression).stream().map(IndexPart::column).toList();
        }
        return List.of(IndexPart.expression(Expression.of(scope.expression(expression))));
    }

    private static List<String> names(String list) {
        return SqlTokenizer.significant(list, MySqlLexicon.LEXICON).stream()
                .filter(
                        token ->
                                token.kind() == SqlToken.Kind.WORD
                                        || token.kind() == SqlToken.Kind.QUOTED_IDENTIFIER)
                .map(token -> MySqlIdentifiers.read(token.text()))
                .toList();
    }

    private static Partitioning.Partition partition(String name, String method, CatalogRow row) {
        Options options =
                row.filled("partition_comment")
                        .map(comment -> Options.none().with("comment", comment))
                        .orElse(Options.none());
        return new Partitioning.Partition(PartName.of(name), bound(method, row), options);
    }

    private static Optional<Expression> bound(String method, CatalogRow row) {
        Optional<String> values = row.find("partition_description");
        if (method.startsWith("range")) {
            return values.map(
                    text ->
                            Expression.of(
                                    method.equals("range") && text.equals("MAXVALUE")
                                            ? "LESS THAN MAXVALUE"
                                            : "LESS THAN (" + text + ")"));
        }
        return method.startsWith("list")
                ? values.map(text -> Expression.of("IN (" + text + ")"))
                : Optional.empty();
    }

    private static Options subpartition(
            List<CatalogRow> rows, Map<String, Partitioning.Partition> partitions) {
        CatalogRow first = rows.get(0);
        return first.find("subpartition_method")
                .map(
                        method ->
                                Options.none()
                                        .with(
                                                "subpartition",
                                                method
                                                        + " ("
                                                        + first.find("subpartition_expression")
                                                                .orElse("")
                                                        + ") SUBPARTITIONS "
                                                        + rows.size() / partitions.size()))
                .orElse(Options.none());
    }
}
