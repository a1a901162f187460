package dev.limbeck.oracle.dictionary;

import dev.limbeck.oracle.grammar.OtherGrammar;
import io.debezium.ddl.parser.oracle.generated.PlSqlParser;
import io.debezium.ddl.parser.oracle.generated.PlSqlParser.Create_indexContext;
import io.debezium.ddl.parser.oracle.generated.PlSqlParser.Create_sequenceContext;
import io.debezium.ddl.parser.oracle.generated.PlSqlParser.Grant_statementContext;
import io.debezium.ddl.parser.oracle.generated.PlSqlParser.Index_exprContext;
import io.debezium.ddl.parser.oracle.generated.PlSqlParser.Sequence_specContext;
import io.debezium.ddl.parser.oracle.generated.PlSqlParser.Unit_statementContext;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.ParserRuleContext;

/**
 * Writes into the dictionary what statements make, as Oracle's reference says the views show it.
 * What it does not know it refuses.
 */
public final class Clerk {
    private static final Pattern UNIT =
            Pattern.compile(
                    "(?is)CREATE\\s+(?:OR\\s+REPLACE\\s+)?"
                            + "((PROCEDURE|FUNCTION|PACKAGE\\s+BODY|PACKAGE|TYPE\\s+BODY|TYPE|TRIGGER)"
                            + "\\s+((?:\"[^\"]+\"|[\\w$#]+)(?:\\.(?:\"[^\"]+\"|[\\w$#]+))?).*)");

    private final Dictionary dictionary;
    private final TableClerk tables;

    public Clerk(Dictionary dictionary) {
        this.dictionary = dictionary;
        this.tables = new TableClerk(dictionary);
    }

    /** Takes down what one statement does. */
    public void run(String statement) throws SQLException {
        Matcher unit = UNIT.matcher(statement);
        // The grammar has no literal DATE there.
        PlSqlParser.Sql_scriptContext tree =
                OtherGrammar.tree(
                        statement.replaceAll(
                                "LESS THAN \\(DATE ('[^']*')\\)",
                                "LESS THAN (TO_DATE($1, 'YYYY-MM-DD'))"));
        if (unit.matches()) {
            unit(unit);
            return;
        }
        if (tree.unit_statement().size() != 1) {
            throw new IllegalArgumentException("not one statement: " + statement);
        }
        run(tree.unit_statement(0), statement);
    }

    private void run(Unit_statementContext made, String statement) throws SQLException {
        if (made.create_table() != null) {
            tables.create(made.create_table());
        } else if (made.alter_table() != null) {
            tables.alter(made.alter_table());
        } else if (made.create_index() != null) {
            index(made.create_index());
        } else if (made.create_sequence() != null) {
            sequence(made.create_sequence());
        } else if (made.create_view() != null) {
            view(made.create_view());
        } else if (made.create_materialized_view() != null) {
            materialized(made.create_materialized_view());
        } else if (made.comment_on_table() != null) {
            comment("all_tab_comments", made.comment_on_table());
        } else if (made.comment_on_column() != null) {
            columnComment(made.comment_on_column());
        } else if (made.comment_on_materialized() != null) {
            ParserRuleContext name = made.comment_on_materialized().tableview_name();
            dictionary.add(
                    "all_mview_comments",
                    Map.of(
                            "owner", Text.schema(name),
                            "mview_name", Text.name(name),
                            "comments",
                                    Text.string(made.comment_on_materialized().quoted_string())));
        } else if (made.grant_statement() != null) {
            grant(made.grant_statement());
        } else if (made.create_synonym() != null) {
            synonym(made.create_synonym());
        } else if (made.create_user() != null) {
            dictionary.add(
                    "all_users",
                    Map.of(
                            "username",
                            Text.name(made.create_user().user_object_name()),
                            "oracle_maintained",
                            "N"));
        } else {
            throw new IllegalArgumentException("the clerk does not know this: " + statement);
        }
    }

    /** The source is kept from the word that names the kind, a row a line. */
    private void unit(Matcher unit) throws SQLException {
        String type = unit.group(2).toUpperCase(Locale.ROOT).replaceAll("\\s+", " ");
        String written = unit.group(3);
        int point = written.lastIndexOf('.');
        String name = folded(written.substring(point + 1));
        String owner = point < 0 ? Dictionary.OWN : folded(written.substring(0, point));
        int number = 1;
        for (String line : unit.group(1).split("(?<=\n)")) {
            Map<String, String> row = new HashMap<>();
            row.put("owner", owner);
            row.put("name", name);
            row.put("type", type);
            row.put("line", String.format(Locale.ROOT, "%06d", number++));
            row.put("text", line);
            dictionary.add("all_source", row);
        }
        if (type.equals("TRIGGER")) {
            boolean disabled = Pattern.compile("(?m)^DISABLE$").matcher(unit.group(1)).find();
            dictionary.add(
                    "all_triggers",
                    Map.of(
                            "owner", owner,
                            "trigger_name", name,
                            "status", disabled ? "DISABLED" : "ENABLED"));
        }
    }

    private static String folded(String written) {
        return written.startsWith("\"")
                ? written.substring(1, written.length() - 1)
                : written.toUpperCase(Locale.ROOT);
    }

    private void index(Create_indexContext made) throws SQLException {
        ParserRuleContext table = made.table_index_clause().tableview_name();
        String owner = Text.schema(made.index_name());
        String name = Text.name(made.index_name());
        String words = Text.words(made);
        String tail =
                made.table_index_clause().index_properties() == null
                        ? " "
                        : Text.allWords(made.table_index_clause().index_properties());
        boolean bitmap = words.contains(" BITMAP ");
        boolean computed = false;
        List<Index_exprContext> parts = made.table_index_clause().index_expr();
        String inner = Text.of(made.table_index_clause());
        int at = inner.indexOf('(');
        for (int i = 0; i < parts.size(); i++) {
            int from = inner.indexOf(Text.of(parts.get(i)), at) + Text.of(parts.get(i)).length();
            boolean descending =
                    inner.substring(from)
                            .stripLeading()
                            .toUpperCase(Locale.ROOT)
                            .startsWith("DESC");
            at = from;
            computed |= part(owner, name, table, parts.get(i), i + 1, descending);
        }
        Map<String, String> row = new HashMap<>();
        row.put("owner", owner);
        row.put("index_name", name);
        row.put(
                "index_type",
                (computed ? "FUNCTION-BASED " : "")
                        + (bitmap ? "BITMAP" : "NORMAL")
                        + (tail.contains(" REVERSE ") ? "/REV" : ""));
        row.put("table_owner", Text.schema(table));
        row.put("table_name", Text.name(table));
        row.put("uniqueness", words.contains(" UNIQUE ") ? "UNIQUE" : "NONUNIQUE");
        row.put("visibility", tail.contains(" INVISIBLE ") ? "INVISIBLE" : "VISIBLE");
        row.put("status", "VALID");
        row.put("generated", "N");
        dictionary.add("all_indexes", row);
        if (tail.contains(" LOCAL ")) {
            dictionary.add(
                    "all_part_indexes",
                    Map.of("owner", owner, "index_name", name, "locality", "LOCAL"));
        } else if (tail.contains(" GLOBAL PARTITION BY ")) {
            globally(owner, name, tail);
        }
    }

    private void globally(String owner, String name, String tail) throws SQLException {
        Matcher cut =
                Pattern.compile(" GLOBAL PARTITION BY (\\w+) ?\\( ?(\\w+) ?\\) PARTITIONS (\\d+) ")
                        .matcher(tail);
        if (!cut.find()) {
            throw new IllegalArgumentException("the clerk does not know this:" + tail);
        }
        dictionary.add(
                "all_part_indexes",
                Map.of(
                        "owner",
                        owner,
                        "index_name",
                        name,
                        "locality",
                        "GLOBAL",
                        "partitioning_type",
                        cut.group(1),
                        "partition_count",
                        cut.group(3)));
        dictionary.add(
                "all_part_key_columns",
                Map.of(
                        "owner",
                        owner,
                        "name",
                        name,
                        "object_type",
                        "INDEX",
                        "column_name",
                        cut.group(2),
                        "column_position",
                        "1"));
    }

    /** What is no column, or is sorted downwards, is an expression over a hidden column. */
    private boolean part(
            String owner,
            String index,
            ParserRuleContext table,
            Index_exprContext part,
            int position,
            boolean descending)
            throws SQLException {
        String text = Text.of(part);
        boolean column = text.matches("\"[^\"]+\"|[\\w$#]+");
        boolean computed = !column || descending;
        String name = column ? folded(text) : "SYS_NC0000" + position + "$";
        dictionary.add(
                "all_ind_columns",
                Map.of(
                        "index_owner",
                        owner,
                        "index_name",
                        index,
                        "table_owner",
                        Text.schema(table),
                        "column_name",
                        computed ? "SYS_NC0000" + position + "$" : name,
                        "column_position",
                        String.valueOf(position),
                        "descend",
                        descending ? "DESC" : "ASC"));
        if (computed) {
            dictionary.add(
                    "all_ind_expressions",
                    Map.of(
                            "index_owner",
                            owner,
                            "index_name",
                            index,
                            "table_owner",
                            Text.schema(table),
                            "column_position",
                            String.valueOf(position),
                            "column_expression",
                            column ? '"' + name + '"' : text));
        }
        return computed;
    }

    private void sequence(Create_sequenceContext made) throws SQLException {
        Map<String, String> row = new HashMap<>();
        row.put("sequence_owner", Text.schema(made.sequence_name()));
        row.put("sequence_name", Text.name(made.sequence_name()));
        row.put("increment_by", "1");
        row.put("cycle_flag", "N");
        row.put("order_flag", "N");
        row.put("cache_size", "20");
        for (Sequence_specContext spec : made.sequence_spec()) {
            String[] words = Text.allWords(spec).strip().split(" ");
            String last = words[words.length - 1];
            switch (words[0]) {
                case "START" -> row.put("last_number", last);
                case "INCREMENT" -> row.put("increment_by", last);
                case "MINVALUE" -> row.put("min_value", last);
                case "MAXVALUE" -> row.put("max_value", last);
                case "CACHE" -> row.put("cache_size", last);
                case "NOCACHE" -> row.put("cache_size", "0");
                case "CYCLE" -> row.put("cycle_flag", "Y");
                case "ORDER" -> row.put("order_flag", "Y");
                default -> throw new IllegalArgumentException("unknown: " + Text.of(spec));
            }
        }
        boolean up = !row.get("increment_by").startsWith("-");
        row.putIfAbsent("min_value", up ? "1" : "-999999999999999999999999999");
        row.putIfAbsent("max_value", up ? "9999999999999999999999999999" : "-1");
        row.putIfAbsent("last_number", up ? row.get("min_value") : row.get("max_value"));
        dictionary.add("all_sequences", row);
    }

    private void view(PlSqlParser.Create_viewContext made) throws SQLException {
        String owner = made.schema_name() == null ? Dictionary.OWN : Text.name(made.schema_name());
        String name = Text.name(made.v);
        ParserRuleContext restriction = made.subquery_restriction_clause();
        String rule = restriction == null ? "" : Text.allWords(restriction);
        Map<String, String> row = new HashMap<>();
        row.put("owner", owner);
        row.put("view_name", name);
        row.put("read_only", rule.contains(" READ ONLY ") ? "Y" : "N");
        row.put("bequeath", "DEFINER");
        row.put("text", Text.of(made.select_only_statement()));
        dictionary.add("all_views", row);
        if (rule.contains(" CHECK OPTION ")) {
            dictionary.add(
                    "all_constraints",
                    Map.of(
                            "owner",
                            owner,
                            "constraint_name",
                            "SYS_C_V_" + name,
                            "constraint_type",
                            "V",
                            "table_name",
                            name));
        }
        outputs(owner, name, made);
    }

    /** The names before a query are those of the columns; the types are not worked out. */
    private void outputs(String owner, String name, PlSqlParser.Create_viewContext made)
            throws SQLException {
        List<String> names = new ArrayList<>();
        if (made.view_options() != null && made.view_options().view_alias_constraint() != null) {
            String list = Text.of(made.view_options().view_alias_constraint());
            for (String alias : list.substring(1, list.length() - 1).split(",")) {
                names.add(folded(alias.strip()));
            }
        }
        int position = 1;
        for (String column : names) {
            dictionary.add(
                    "all_tab_cols",
                    Map.of(
                            "owner",
                            owner,
                            "table_name",
                            name,
                            "column_name",
                            column,
                            "data_type",
                            "NUMBER",
                            "nullable",
                            "Y",
                            "hidden_column",
                            "NO",
                            "user_generated",
                            "YES",
                            "internal_column_id",
                            String.format(Locale.ROOT, "%04d", position++)));
        }
    }

    private void materialized(PlSqlParser.Create_materialized_viewContext made)
            throws SQLException {
        String words = Text.allWords(made);
        Map<String, String> row = new HashMap<>();
        row.put("owner", Text.schema(made.tableview_name()));
        row.put("mview_name", Text.name(made.tableview_name()));
        row.put(
                "refresh_method",
                words.contains(" FAST ")
                        ? "FAST"
                        : words.contains(" COMPLETE ") ? "COMPLETE" : "FORCE");
        row.put("refresh_mode", words.contains(" ON COMMIT ") ? "COMMIT" : "DEMAND");
        row.put("build_mode", words.contains(" BUILD DEFERRED ") ? "DEFERRED" : "IMMEDIATE");
        row.put("rewrite_enabled", words.contains(" ENABLE QUERY REWRITE ") ? "Y" : "N");
        row.put("updatable", words.contains(" FOR UPDATE ") ? "Y" : "N");
        row.put("query", Text.of(made.select_only_statement()));
        dictionary.add("all_mviews", row);
        dictionary.add("all_tables", TableClerk.plain(row.get("owner"), row.get("mview_name")));
    }

    private void comment(String view, PlSqlParser.Comment_on_tableContext made)
            throws SQLException {
        dictionary.add(
                view,
                Map.of(
                        "owner", Text.schema(made.tableview_name()),
                        "table_name", Text.name(made.tableview_name()),
                        "comments", Text.string(made.quoted_string())));
    }

    private void columnComment(PlSqlParser.Comment_on_columnContext made) throws SQLException {
        List<String> pieces = Text.pieces(made.column_name());
        int last = pieces.size() - 1;
        dictionary.add(
                "all_col_comments",
                Map.of(
                        "owner", last > 1 ? pieces.get(last - 2) : Dictionary.OWN,
                        "table_name", pieces.get(last - 1),
                        "column_name", pieces.get(last),
                        "comments", Text.string(made.quoted_string())));
    }

    private void synonym(PlSqlParser.Create_synonymContext made) throws SQLException {
        Matcher said =
                Pattern.compile("(?is).*SYNONYM\\s+(\\S+)\\s+FOR\\s+(\\S+)").matcher(Text.of(made));
        if (!said.matches()) {
            throw new IllegalArgumentException(Text.of(made));
        }
        boolean shared = Text.words(made).contains(" PUBLIC ");
        dictionary.add(
                "all_synonyms",
                Map.of(
                        "owner",
                        shared ? "PUBLIC" : Dictionary.OWN,
                        "synonym_name",
                        folded(said.group(1)),
                        "table_owner",
                        Dictionary.OWN,
                        "table_name",
                        folded(said.group(2))));
    }

    private void grant(Grant_statementContext made) throws SQLException {
        Matcher said =
                Pattern.compile(
                                "(?is)GRANT ([A-Z ]+?)(?: \\(([^)]*)\\))? ON (\\S+) TO (\\S+)( WITH GRANT OPTION)?")
                        .matcher(Text.of(made));
        if (!said.matches()) {
            throw new IllegalArgumentException("the clerk does not know this: " + Text.of(made));
        }
        Map<String, String> row = new HashMap<>();
        row.put("table_schema", Dictionary.OWN);
        row.put("table_name", folded(said.group(3)));
        row.put("grantee", folded(said.group(4)));
        row.put("privilege", said.group(1).toUpperCase(Locale.ROOT));
        row.put("grantable", said.group(5) == null ? "NO" : "YES");
        if (said.group(2) == null) {
            row.put("type", "TABLE");
            dictionary.add("all_tab_privs", row);
        } else {
            row.put("column_name", folded(said.group(2).strip()));
            dictionary.add("all_col_privs", row);
        }
    }
}
