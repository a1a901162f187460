package dev.limbeck.oracle.dictionary;

import io.debezium.ddl.parser.oracle.generated.PlSqlParser.Alter_tableContext;
import io.debezium.ddl.parser.oracle.generated.PlSqlParser.Column_definitionContext;
import io.debezium.ddl.parser.oracle.generated.PlSqlParser.Constraint_stateContext;
import io.debezium.ddl.parser.oracle.generated.PlSqlParser.Create_tableContext;
import io.debezium.ddl.parser.oracle.generated.PlSqlParser.Foreign_key_clauseContext;
import io.debezium.ddl.parser.oracle.generated.PlSqlParser.Inline_constraintContext;
import io.debezium.ddl.parser.oracle.generated.PlSqlParser.Out_of_line_constraintContext;
import io.debezium.ddl.parser.oracle.generated.PlSqlParser.Relational_propertyContext;
import io.debezium.ddl.parser.oracle.generated.PlSqlParser.Virtual_column_definitionContext;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.ParserRuleContext;

/** Writes tables into the dictionary. */
final class TableClerk {
    private static final Pattern TYPE =
            Pattern.compile(
                    "(?is)(NVARCHAR2|NCHAR|VARCHAR2|CHAR|NUMBER|FLOAT|RAW|UROWID)"
                            + "(?:\\s*\\(\\s*([^,\\s)]+)\\s*(CHAR|BYTE)?\\s*(?:,\\s*(-?\\d+)\\s*)?\\))?");

    private final Dictionary dictionary;
    private int made = 1000;

    TableClerk(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    /** Returns the row of a table of which nothing is said. */
    static Map<String, String> plain(String owner, String name) {
        Map<String, String> row = new HashMap<>();
        row.put("owner", owner);
        row.put("table_name", name);
        row.put("temporary", "N");
        row.put("row_movement", "DISABLED");
        row.put("read_only", "NO");
        row.put("nested", "NO");
        row.put("secondary", "N");
        row.put("dropped", "NO");
        return row;
    }

    void create(Create_tableContext statement) throws SQLException {
        String owner =
                statement.schema_name() == null
                        ? Dictionary.OWN
                        : Text.name(statement.schema_name());
        String name = Text.name(statement.table_name());
        String whole = Text.allWords(statement);
        String tail = whole.substring(whole.lastIndexOf(" )") < 0 ? 0 : tailStart(whole));
        Map<String, String> row = plain(owner, name);
        if (whole.startsWith(" CREATE GLOBAL TEMPORARY ")) {
            row.put("temporary", "Y");
            row.put(
                    "duration",
                    whole.contains(" ON COMMIT PRESERVE ROWS ")
                            ? "SYS$SESSION"
                            : "SYS$TRANSACTION");
        }
        if (whole.contains(" ORGANIZATION INDEX ")) {
            row.put("iot_type", "IOT");
        }
        if (whole.contains(" ENABLE ROW MOVEMENT ")) {
            row.put("row_movement", "ENABLED");
        }
        dictionary.add("all_tables", row);
        int position = 1;
        for (Relational_propertyContext part : statement.relational_table().relational_property()) {
            if (part.column_definition() != null) {
                column(owner, name, part.column_definition(), position++);
            } else if (part.virtual_column_definition() != null) {
                virtual(owner, name, part.virtual_column_definition(), position++);
            }
        }
        for (Relational_propertyContext part : statement.relational_table().relational_property()) {
            if (part.out_of_line_constraint() != null) {
                constraint(owner, name, part.out_of_line_constraint());
            }
        }
        partitions(owner, name, tail);
    }

    private static int tailStart(String whole) {
        int depth = 0;
        boolean string = false;
        for (int i = whole.indexOf('('); i < whole.length(); i++) {
            char c = whole.charAt(i);
            string = (c == '\'') != string;
            depth += string ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
        }
        return whole.length();
    }

    private Map<String, String> column(
            String owner, String table, String name, ParserRuleContext type, int position) {
        Map<String, String> row = new HashMap<>();
        row.put("owner", owner);
        row.put("table_name", table);
        row.put("column_name", name);
        row.put("nullable", "Y");
        row.put("default_on_null", "NO");
        row.put("identity_column", "NO");
        row.put("virtual_column", "NO");
        row.put("hidden_column", "NO");
        row.put("user_generated", "YES");
        row.put("internal_column_id", String.format(Locale.ROOT, "%04d", position));
        type(row, Text.of(type));
        return row;
    }

    private static void type(Map<String, String> row, String text) {
        Matcher matcher = TYPE.matcher(text.strip());
        if (!matcher.matches()) {
            String words = text.strip().toUpperCase(Locale.ROOT).replaceAll("\\s+", " ");
            boolean stamp = words.startsWith("TIMESTAMP") && !words.startsWith("TIMESTAMP(");
            row.put("data_type", stamp ? words.replaceFirst("TIMESTAMP", "TIMESTAMP(6)") : words);
            if (words.startsWith("INTERVAL")) {
                row.put("data_type", interval(words));
            }
            if (words.equals("XMLTYPE")) {
                row.put("data_type_owner", "SYS");
            } else if (words.endsWith("_T")) {
                row.put("data_type_owner", Dictionary.OWN);
            }
            return;
        }
        String name = matcher.group(1).toUpperCase(Locale.ROOT);
        row.put("data_type", name);
        switch (name) {
            case "NUMBER" -> {
                boolean any = matcher.group(2) == null || matcher.group(2).equals("*");
                row.put("data_precision", any ? null : matcher.group(2));
                row.put(
                        "data_scale",
                        matcher.group(2) == null
                                ? null
                                : matcher.group(4) == null ? "0" : matcher.group(4));
            }
            case "FLOAT" -> row.put("data_precision", matcher.group(2));
            case "RAW", "UROWID" -> row.put("data_length", matcher.group(2));
            default -> {
                row.put("char_length", matcher.group(2) == null ? "1" : matcher.group(2));
                row.put("char_used", "CHAR".equalsIgnoreCase(matcher.group(3)) ? "C" : "B");
            }
        }
    }

    private static String interval(String words) {
        return words.replaceFirst("YEAR TO", "YEAR(2) TO")
                .replaceFirst("DAY TO", "DAY(2) TO")
                .replaceFirst("SECOND$", "SECOND(6)");
    }

    private void column(
            String owner, String table, Column_definitionContext definition, int position)
            throws SQLException {
        String name = Text.name(definition.column_name());
        ParserRuleContext type =
                definition.datatype() != null ? definition.datatype() : definition.type_name();
        Map<String, String> row = column(owner, table, name, type, position);
        String words = Text.words(definition);
        if (words.contains(" INVISIBLE ")) {
            row.put("hidden_column", "YES");
        }
        if (definition.expression() != null) {
            row.put("data_default", Text.of(definition.expression()) + " ");
            row.put("default_length", "1");
        }
        boolean onNull = words.contains(" ON NULL ");
        if (definition.identity_clause() != null) {
            String said = Text.allWords(definition.identity_clause());
            onNull = said.contains(" ON NULL ");
            row.put("identity_column", "YES");
            row.put("nullable", "N");
            row.put("data_default", "\"APP\".\"ISEQ$$_7\".nextval");
            row.put("default_length", "1");
            identity(owner, table, name, said);
        }
        if (onNull) {
            row.put("default_on_null", "YES");
            row.put("nullable", "N");
        }
        dictionary.add("all_tab_cols", row);
        for (Inline_constraintContext constraint : definition.inline_constraint()) {
            inline(owner, table, name, constraint);
        }
    }

    private void identity(String owner, String table, String column, String said)
            throws SQLException {
        dictionary.add(
                "all_tab_identity_cols",
                Map.of(
                        "owner", owner,
                        "table_name", table,
                        "column_name", column,
                        "generation_type", said.contains(" ALWAYS ") ? "ALWAYS" : "BY DEFAULT",
                        "identity_options",
                                "START WITH: "
                                        + number(said, "START WITH", "1")
                                        + ", INCREMENT BY: "
                                        + number(said, "INCREMENT BY", "1")
                                        + ", MAX_VALUE: "
                                        + number(said, "MAXVALUE", "9999999999999999999999999999")
                                        + ", MIN_VALUE: "
                                        + number(said, "MINVALUE", "1")
                                        + ", CYCLE_FLAG: "
                                        + (said.matches(".*[ (]CYCLE[ )].*") ? "Y" : "N")
                                        + ", CACHE_SIZE: "
                                        + (said.contains("NOCACHE")
                                                ? "0"
                                                : number(said, " CACHE", "20"))
                                        + ", ORDER_FLAG: "
                                        + (said.matches(".*[ (]ORDER[ )].*") ? "Y" : "N")));
    }

    private static String number(String said, String words, String usual) {
        Matcher matcher = Pattern.compile(words + " (-?\\d+)").matcher(said);
        return matcher.find() ? matcher.group(1) : usual;
    }

    private void virtual(
            String owner, String table, Virtual_column_definitionContext definition, int position)
            throws SQLException {
        String name = Text.name(definition.column_name());
        Map<String, String> row = column(owner, table, name, definition.datatype(), position);
        row.put("virtual_column", "YES");
        if (Text.words(definition).contains(" INVISIBLE ")) {
            row.put("hidden_column", "YES");
        }
        row.put("data_default", Text.of(definition.virtual_column_expression().expression()));
        row.put("default_length", "1");
        dictionary.add("all_tab_cols", row);
        for (Inline_constraintContext constraint : definition.inline_constraint()) {
            inline(owner, table, name, constraint);
        }
    }

    private void inline(
            String owner, String table, String column, Inline_constraintContext constraint)
            throws SQLException {
        if (!Text.words(constraint).contains(" NOT NULL ")) {
            throw new IllegalArgumentException(
                    "the clerk does not know this: " + Text.of(constraint));
        }
        Map<String, String> row = new HashMap<>();
        row.put("constraint_type", "C");
        row.put("search_condition_vc", '"' + column + "\" IS NOT NULL");
        state(row, constraint.constraint_state());
        boolean holds =
                row.get("status").equals("ENABLED") && row.get("validated").equals("VALIDATED");
        if (holds) {
            denyNulls(owner, table, List.of(column));
        }
        add(owner, table, row, null);
    }

    private void denyNulls(String owner, String table, List<String> columns) throws SQLException {
        for (String column : columns) {
            dictionary.set(
                    "all_tab_cols",
                    "nullable = 'N'",
                    "owner = ? AND table_name = ? AND column_name = ?",
                    owner,
                    table,
                    column);
        }
    }

    private String add(String owner, String table, Map<String, String> row, ParserRuleContext name)
            throws SQLException {
        String given = name == null ? "SYS_C00" + made++ : Text.name(name);
        row.put("owner", owner);
        row.put("table_name", table);
        row.put("constraint_name", given);
        row.put("generated", name == null ? "GENERATED NAME" : "USER NAME");
        dictionary.add("all_constraints", row);
        return given;
    }

    private static void state(Map<String, String> row, Constraint_stateContext state) {
        String words = state == null ? " " : Text.allWords(state);
        boolean disabled = words.contains(" DISABLE ");
        boolean later = words.contains(" INITIALLY DEFERRED ");
        row.put("status", disabled ? "DISABLED" : "ENABLED");
        row.put(
                "validated",
                words.contains(" VALIDATE ") || (!disabled && !words.contains(" NOVALIDATE "))
                        ? "VALIDATED"
                        : "NOT VALIDATED");
        row.put("deferrable", words.contains(" DEFERRABLE ") ? "DEFERRABLE" : "NOT DEFERRABLE");
        row.put("deferred", later ? "DEFERRED" : "IMMEDIATE");
        row.put("rely", words.contains(" RELY ") ? "RELY" : null);
    }

    private void constraint(String owner, String table, Out_of_line_constraintContext definition)
            throws SQLException {
        Map<String, String> row = new HashMap<>();
        state(row, definition.constraint_state());
        String words = Text.words(definition);
        List<String> columns = new ArrayList<>();
        definition.column_name().forEach(column -> columns.add(Text.name(column)));
        if (definition.foreign_key_clause() != null) {
            foreignKey(row, columns, definition.foreign_key_clause());
        } else if (words.contains(" CHECK ")) {
            row.put("constraint_type", "C");
            row.put("search_condition_vc", Text.of(definition.condition()));
        } else {
            boolean primary = words.contains(" PRIMARY ");
            row.put("constraint_type", primary ? "P" : "U");
            if (primary) {
                denyNulls(owner, table, columns);
            }
        }
        String name = add(owner, table, row, definition.constraint_name());
        for (int i = 0; i < columns.size(); i++) {
            dictionary.add(
                    "all_cons_columns",
                    Map.of(
                            "owner", owner,
                            "constraint_name", name,
                            "table_name", table,
                            "column_name", columns.get(i),
                            "position", String.valueOf(i + 1)));
        }
    }

    private void foreignKey(
            Map<String, String> row, List<String> columns, Foreign_key_clauseContext clause)
            throws SQLException {
        row.put("constraint_type", "R");
        columns.addAll(listed(clause.paren_column_list()));
        String action = Text.allWords(clause);
        row.put(
                "delete_rule",
                action.contains(" CASCADE ")
                        ? "CASCADE"
                        : action.contains(" SET NULL ") ? "SET NULL" : "NO ACTION");
        ParserRuleContext target = clause.references_clause().tableview_name();
        String targetOwner = Text.schema(target);
        // Whose constraint that is was worked out by its columns: here any of them will do.
        String key = "SYS_T_" + made++;
        row.put("r_owner", targetOwner);
        row.put("r_constraint_name", key);
        List<String> targets = listed(clause.references_clause().paren_column_list());
        for (int i = 0; i < targets.size(); i++) {
            dictionary.add(
                    "all_cons_columns",
                    Map.of(
                            "owner", targetOwner,
                            "constraint_name", key,
                            "table_name", Text.name(target),
                            "column_name", targets.get(i),
                            "position", String.valueOf(i + 1)));
        }
    }

    private static List<String> listed(ParserRuleContext list) {
        String text = Text.of(list);
        List<String> names = new ArrayList<>();
        for (String name : text.substring(1, text.length() - 1).split(",")) {
            String bare = name.strip();
            names.add(
                    bare.startsWith("\"")
                            ? bare.substring(1, bare.length() - 1)
                            : bare.toUpperCase(Locale.ROOT));
        }
        return names;
    }

    void alter(Alter_tableContext statement) throws SQLException {
        ParserRuleContext name = statement.tableview_name();
        if (statement.constraint_clauses() != null
                && !statement.constraint_clauses().out_of_line_constraint().isEmpty()) {
            for (Out_of_line_constraintContext each :
                    statement.constraint_clauses().out_of_line_constraint()) {
                constraint(Text.schema(name), Text.name(name), each);
            }
            return;
        }
        if (Text.allWords(statement).endsWith(" READ ONLY ")) {
            dictionary.set(
                    "all_tables",
                    "read_only = 'YES'",
                    "owner = ? AND table_name = ?",
                    Text.schema(name),
                    Text.name(name));
            return;
        }
        throw new IllegalArgumentException("the clerk does not know this: " + Text.of(statement));
    }

    /** What bounds a partition is kept as the server writes it: a date as a call. */
    private void partitions(String owner, String table, String tail) throws SQLException {
        Matcher head =
                Pattern.compile(
                                " PARTITION BY (RANGE|LIST|HASH) \\(([^)]*)\\)"
                                        + "(?: INTERVAL \\((.*?\\))\\))?( AUTOMATIC)?"
                                        + "(?: SUBPARTITION BY (\\w+) ?\\( ?([^)]*?) ?\\)"
                                        + "(?: SUBPARTITIONS (\\d+))?)?")
                        .matcher(tail);
        if (!head.find()) {
            return;
        }
        Map<String, String> row = new HashMap<>();
        row.put("owner", owner);
        row.put("table_name", table);
        row.put("partitioning_type", head.group(1));
        row.put("subpartitioning_type", head.group(5) == null ? "NONE" : head.group(5));
        row.put("def_subpartition_count", head.group(7));
        row.put("interval", head.group(3));
        row.put("autolist", head.group(4) == null ? "NO" : "YES");
        dictionary.add("all_part_tables", row);
        keys("all_part_key_columns", owner, table, head.group(2));
        if (head.group(6) != null) {
            keys("all_subpart_key_columns", owner, table, head.group(6));
        }
        Matcher counted = Pattern.compile("\\) PARTITIONS (\\d+)").matcher(tail);
        if (counted.find()) {
            for (int i = 0; i < Integer.parseInt(counted.group(1)); i++) {
                partition(owner, table, "SYS_P" + made++, null);
            }
            return;
        }
        Matcher each =
                Pattern.compile(
                                "PARTITION (\\S+)(?: VALUES (?:LESS THAN )?\\(((?:[^()]|\\([^)]*\\))*)\\))?"
                                        + "(?=,| \\))")
                        .matcher(tail);
        while (each.find()) {
            partition(owner, table, each.group(1), each.group(2));
        }
    }

    private void keys(String view, String owner, String table, String columns) throws SQLException {
        int position = 1;
        for (String column : columns.split(",")) {
            dictionary.add(
                    view,
                    Map.of(
                            "owner",
                            owner,
                            "name",
                            table,
                            "object_type",
                            "TABLE",
                            "column_name",
                            column.strip(),
                            "column_position",
                            String.valueOf(position++)));
        }
    }

    private void partition(String owner, String table, String name, String bound)
            throws SQLException {
        Map<String, String> row = new HashMap<>();
        row.put("table_owner", owner);
        row.put("table_name", table);
        row.put("partition_name", name);
        row.put("interval", "NO");
        row.put("read_only", "NO");
        row.put("partition_position", String.format(Locale.ROOT, "%04d", made++));
        row.put(
                "high_value",
                bound == null
                        ? null
                        : bound.replaceAll(
                                "TO_DATE\\('(\\d{4}-\\d\\d-\\d\\d)', 'YYYY-MM-DD'\\)",
                                "TO_DATE(' $1 00:00:00', 'SYYYY-MM-DD HH24:MI:SS',"
                                        + " 'NLS_CALENDAR=GREGORIAN')"));
        dictionary.add("all_tab_partitions", row);
    }
}
