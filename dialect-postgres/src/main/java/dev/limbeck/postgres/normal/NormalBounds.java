package dev.limbeck.postgres.normal;

import dev.limbeck.expression.ExpressionLists;
import dev.limbeck.expression.OwnColumns;
import dev.limbeck.postgres.text.PostgresLexicon;
import dev.limbeck.postgres.type.PostgresTypeNames;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.IndexPart;
import dev.limbeck.schema.Inheritance;
import dev.limbeck.schema.PartitionOf;
import dev.limbeck.schema.Partitioning;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Brings the bounds of partitions to normal form: each value as its key's type has it. */
final class NormalBounds {
    private static final Set<String> LIMITS = Set.of("MINVALUE", "MAXVALUE");
    private static final Pattern NUMBER =
            Pattern.compile("\\(?(-?[0-9]+(\\.[0-9]+)?)\\)?(::numeric)?");

    private final Schema schema;
    private final PostgresTexts texts;

    NormalBounds(Schema schema, PostgresTexts texts) {
        this.schema = schema;
        this.texts = texts;
    }

    Expression normalize(PartitionOf partition) {
        Expression bound = partition.bound();
        List<Optional<ColumnType>> types =
                schema.table(partition.parent()).map(this::keyTypes).orElse(List.of());
        List<SqlToken> tokens = SqlTokenizer.significant(bound.source(), PostgresLexicon.LEXICON);
        StringBuilder text = new StringBuilder();
        int index = 0;
        String before = "";
        while (index < tokens.size()) {
            SqlToken token = tokens.get(index);
            String word = token.text().toUpperCase(Locale.ROOT);
            if (token.isSymbol("(")) {
                int end = closing(tokens, index);
                List<SqlToken> inside = tokens.subList(index + 1, end);
                text.append('(').append(values(inside, before, types)).append(") ");
                index = end + 1;
            } else {
                text.append(word).append(' ');
                before = word;
                index++;
            }
        }
        return bound.withCanonical(text.toString().strip());
    }

    private List<Optional<ColumnType>> keyTypes(Table parent) {
        List<IndexPart> keys = parent.partitioning().map(Partitioning::keys).orElse(List.of());
        return keys.stream()
                .map(
                        key ->
                                key.column()
                                        .flatMap(name -> Inheritance.column(schema, parent, name))
                                        .map(Column::type)
                                        .or(() -> typeOf(parent, key)))
                .toList();
    }

    /** Returns the type of a key that is more than a column, where it can be told. */
    private Optional<ColumnType> typeOf(Table parent, IndexPart key) {
        return key.expression()
                .flatMap(text -> texts.reading(text, texts.columnsOf(parent)).type())
                .flatMap(PostgresTypeNames::columnType);
    }

    private static int closing(List<SqlToken> tokens, int opening) {
        int depth = 0;
        for (int i = opening; i < tokens.size(); i++) {
            depth += tokens.get(i).isSymbol("(") ? 1 : tokens.get(i).isSymbol(")") ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return tokens.size() - 1;
    }

    /** Returns a number with as many digits behind the point as its type has. */
    private static String scaled(String value, ColumnType type) {
        Matcher number = NUMBER.matcher(value);
        boolean scales =
                type.name().toString().equals("numeric")
                        && type.arguments().size() == 2
                        && number.matches();
        return scales
                ? new BigDecimal(number.group(1))
                        .setScale(Integer.parseInt(type.arguments().get(1)), RoundingMode.HALF_UP)
                        .toPlainString()
                : value;
    }

    private String values(List<SqlToken> tokens, String before, List<Optional<ColumnType>> types) {
        List<String> items = new ArrayList<>();
        for (List<SqlToken> item : ExpressionLists.split(tokens)) {
            String text = item.stream().map(SqlToken::text).collect(Collectors.joining(" "));
            boolean limit = LIMITS.contains(text.toUpperCase(Locale.ROOT));
            if (before.equals("WITH") || limit) {
                items.add(text.toUpperCase(Locale.ROOT));
                continue;
            }
            int key = before.equals("IN") ? 0 : items.size();
            Optional<ColumnType> type = key < types.size() ? types.get(key) : Optional.empty();
            String value = texts.value(Expression.of(text), OwnColumns.none(), type).canonical();
            items.add(type.map(known -> scaled(value, known)).orElse(value));
        }
        if (before.equals("IN")) {
            Collections.sort(items);
        }
        return String.join(", ", items);
    }
}
