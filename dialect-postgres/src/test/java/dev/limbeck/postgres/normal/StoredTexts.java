package dev.limbeck.postgres.normal;

import dev.limbeck.expression.ExpressionLists;
import dev.limbeck.postgres.text.PostgresIdentifiers;
import dev.limbeck.postgres.text.PostgresLexicon;
import dev.limbeck.postgres.type.PostgresTypes;
import dev.limbeck.schema.Check;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.Generated;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.IndexPart;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Query;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.View;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What a server stores for texts, and the normal forms of both. */
final class StoredTexts {
    private static final QualifiedName PROBE = QualifiedName.of("probe");

    private final Connection connection;
    private final PostgresNormalizer normalizer;
    private final Schema fixture;

    StoredTexts(Connection connection, PostgresNormalizer normalizer, Schema fixture) {
        this.connection = connection;
        this.normalizer = normalizer;
        this.fixture = fixture;
    }

    /** Returns the text that the server keeps; whatever was made for it is gone afterwards. */
    String stored(String kind, String text) throws SQLException {
        String word = kind.split(" ", 2)[0];
        String type = kind.substring(word.length()).strip();
        return switch (word) {
            case "check" ->
                    made(
                            "ALTER TABLE public.account ADD CONSTRAINT probe CHECK (" + text + ")",
                            "SELECT pg_get_expr(conbin, conrelid) FROM pg_constraint"
                                    + " WHERE conname = 'probe'");
            case "default" ->
                    made(
                            "CREATE TABLE public.probe (x " + type + " DEFAULT " + text + ")",
                            "SELECT pg_get_expr(adbin, adrelid) FROM pg_attrdef"
                                    + " WHERE adrelid = 'public.probe'::regclass");
            case "generated" ->
                    made(
                            "ALTER TABLE public.account ADD COLUMN probe "
                                    + type
                                    + " GENERATED ALWAYS AS ("
                                    + text
                                    + ") STORED",
                            "SELECT pg_get_expr(adbin, adrelid) FROM pg_attrdef"
                                    + " WHERE adrelid = 'public.account'::regclass");
            case "index" ->
                    made(
                            "CREATE INDEX probe ON public.account " + text,
                            "SELECT replace(pg_get_indexdef('public.probe'::regclass),"
                                    + " 'CREATE INDEX probe ON public.account ', '')");
            default ->
                    made(
                            "CREATE VIEW public.probe AS " + text,
                            "SELECT pg_get_viewdef('public.probe'::regclass)");
        };
    }

    private String made(String making, String asking) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL search_path = public");
            statement.execute(making);
            statement.execute("SET LOCAL search_path = ''");
            try (ResultSet rows = statement.executeQuery(asking)) {
                return rows.next() && rows.getString(1) != null ? rows.getString(1) : "NULL";
            }
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** Returns the normal form of a text of some kind, wherever it comes from. */
    String canonical(String kind, String text) {
        String word = kind.split(" ", 2)[0];
        String type = kind.substring(word.length()).strip();
        Table account = fixture.table(QualifiedName.of("account")).orElseThrow();
        return switch (word) {
            case "check" -> {
                Check check = Check.of(PartName.of("probe"), Expression.of(text));
                Table normal = normal(account.withParts(List.of(check)));
                yield normal.parts(Check.class).get(0).predicate().canonical();
            }
            case "default" -> {
                ColumnType parsed = PostgresTypes.parse(type);
                Column column =
                        Column.of("x", parsed).withDefault(Optional.of(Expression.of(text)));
                yield normal(Table.of(PROBE, column))
                        .columns()
                        .get(0)
                        .defaultValue()
                        .map(Expression::canonical)
                        .orElse("");
            }
            case "generated" -> {
                Generated generated = new Generated(Expression.of(text), Generated.Storage.STORED);
                Column column =
                        Column.of("probe", PostgresTypes.parse(type))
                                .withGenerated(Optional.of(generated));
                List<Column> columns = new ArrayList<>(account.columns());
                columns.add(column);
                yield normal(account.withColumns(columns))
                        .column("probe")
                        .orElseThrow()
                        .generated()
                        .orElseThrow()
                        .expression()
                        .canonical();
            }
            case "index" -> {
                Table normal = normal(account.withParts(List.of(index(text))));
                Index index = normal.indexes().get(0);
                yield index.method()
                        + " "
                        + index.parts().stream().map(StoredTexts::written).toList()
                        + index.include()
                        + index.where().map(Expression::canonical);
            }
            default -> {
                View view = View.of(PROBE, Query.of(Expression.of(text.replaceAll(";\\s*$", ""))));
                Schema with = normalizer.normalize(plus(view));
                yield ((View) with.relation(PROBE).orElseThrow()).query().text().canonical();
            }
        };
    }

    private static String written(IndexPart part) {
        String what = part.expression().map(Expression::canonical).or(part::column).orElseThrow();
        return what
                + part.collation()
                + part.operatorClass()
                + (part.descending() ? "DESC" : "")
                + part.nulls();
    }

    private Table normal(Table table) {
        return normalizer.normalize(plus(table)).table(table.name()).orElseThrow();
    }

    private Schema plus(SchemaObject object) {
        List<SchemaObject> objects =
                StreamSupport.stream(fixture.objects().spliterator(), false)
                        .filter(each -> !each.id().equals(object.id()))
                        .collect(Collectors.toCollection(ArrayList::new));
        objects.add(object);
        return Schema.of(objects);
    }

    /** Reads what stands behind the table in CREATE INDEX, as far as the corpus needs it. */
    private static Index index(String text) {
        List<SqlToken> tokens = SqlTokenizer.significant(text, PostgresLexicon.LEXICON);
        int open = 0;
        while (!tokens.get(open).isSymbol("(")) {
            open++;
        }
        Optional<String> method = open == 2 ? Optional.of(tokens.get(1).text()) : Optional.empty();
        int close = closing(tokens, open);
        List<IndexPart> parts = new ArrayList<>();
        for (List<SqlToken> item : ExpressionLists.split(tokens.subList(open + 1, close))) {
            parts.add(part(item, text));
        }
        List<String> include = List.of();
        int next = close + 1;
        if (next < tokens.size() && tokens.get(next).is("INCLUDE")) {
            include = List.of(tokens.get(next + 2).text());
            next = closing(tokens, next + 1) + 1;
        }
        Optional<Expression> where =
                next < tokens.size()
                        ? Optional.of(Expression.of(text.substring(tokens.get(next).end())))
                        : Optional.empty();
        return Index.of(PartName.of("probe"), parts)
                .withMethod(method)
                .withParts(parts, include, where);
    }

    private static int closing(List<SqlToken> tokens, int opening) {
        int depth = 0;
        int i = opening;
        do {
            depth += tokens.get(i).isSymbol("(") ? 1 : tokens.get(i).isSymbol(")") ? -1 : 0;
            i++;
        } while (depth > 0);
        return i - 1;
    }

    private static IndexPart part(List<SqlToken> item, String text) {
        int end = 1;
        if (item.get(0).isSymbol("(")) {
            end = closing(item, 0) + 1;
        } else if (item.size() > 1 && (item.get(1).isSymbol("(") || item.get(1).isSymbol("."))) {
            end = item.size() - 1;
            while (!item.get(end).isSymbol(")")) {
                end--;
            }
            end++;
        }
        String source = text.substring(item.get(0).offset(), item.get(end - 1).end());
        IndexPart part =
                end == 1
                        ? IndexPart.column(PostgresIdentifiers.read(item.get(0).text()))
                        : IndexPart.expression(Expression.of(source));
        for (int i = end; i < item.size(); i++) {
            String word = item.get(i).text().toUpperCase(Locale.ROOT);
            switch (word) {
                case "DESC" -> part = part.withDescending(true);
                case "ASC", "NULLS" -> {}
                case "FIRST", "LAST" ->
                        part = part.withNulls(Optional.of(IndexPart.Nulls.valueOf(word)));
                case "COLLATE" -> {
                    i++;
                    i += i + 1 < item.size() && item.get(i + 1).isSymbol(".") ? 2 : 0;
                    part =
                            part.withCollation(
                                    Optional.of(
                                            QualifiedName.of(
                                                    PostgresIdentifiers.read(item.get(i).text()))));
                }
                default -> part = part.withOperatorClass(Optional.of(item.get(i).text()));
            }
        }
        return part;
    }
}
