package dev.limbeck.oracle.dictionary;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** The views as tables, in a database of their own. */
public final class Dictionary implements AutoCloseable {
    /** The user whose session it is. */
    public static final String OWN = "APP";

    /** The columns of each view that the questions read, as Oracle's reference lists them. */
    private static final Map<String, String> VIEWS = views();

    private final Connection connection;

    /** Opens an empty dictionary. */
    public Dictionary() throws SQLException {
        connection = DriverManager.getConnection("jdbc:h2:mem:;MODE=Oracle", "SA", "");
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE ALIAS SYS_CONTEXT FOR \"" + Dictionary.class.getName() + ".context\"");
            for (Map.Entry<String, String> view : VIEWS.entrySet()) {
                String columns =
                        List.of(view.getValue().strip().split("\\s+")).stream()
                                .map(name -> '"' + name.toUpperCase(Locale.ROOT) + "\" varchar")
                                .collect(Collectors.joining(", "));
                statement.execute("CREATE TABLE " + view.getKey() + " (" + columns + ")");
            }
        }
        add("all_users", Map.of("username", OWN, "oracle_maintained", "N"));
        add("all_users", Map.of("username", "SYS", "oracle_maintained", "Y"));
    }

    /** What H2 calls for {@code SYS_CONTEXT}. */
    public static String context(String space, String name) {
        return name.equals("CURRENT_SCHEMA") ? OWN : "";
    }

    public Connection connection() {
        return connection;
    }

    /** Adds a row. */
    void add(String view, Map<String, String> values) throws SQLException {
        Map<String, String> row = new LinkedHashMap<>(values);
        StringJoiner names = new StringJoiner(", ");
        row.keySet().forEach(name -> names.add('"' + name.toUpperCase(Locale.ROOT) + '"'));
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "INSERT INTO "
                                + view
                                + " ("
                                + names
                                + ") VALUES ("
                                + String.join(", ", Collections.nCopies(row.size(), "?"))
                                + ")")) {
            int index = 0;
            for (String value : row.values()) {
                insert.setString(++index, value);
            }
            insert.executeUpdate();
        }
    }

    /** Changes rows. */
    void set(String view, String assignment, String condition, String... values)
            throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement(
                        "UPDATE " + view + " SET " + assignment + " WHERE " + condition)) {
            for (int i = 0; i < values.length; i++) {
                update.setString(i + 1, values[i]);
            }
            update.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private static Map<String, String> views() {
        Map<String, String> views = new LinkedHashMap<>();
        views.put("all_users", "username oracle_maintained");
        views.put(
                "all_tables",
                "owner table_name temporary duration iot_type iot_name row_movement read_only nested"
                        + " secondary dropped");
        views.put("all_external_tables", "owner table_name");
        views.put("all_tab_comments", "owner table_name comments");
        views.put("all_col_comments", "owner table_name column_name comments");
        views.put("all_mview_comments", "owner mview_name comments");
        views.put(
                "all_tab_cols",
                "owner table_name column_name data_type data_type_owner data_length char_length"
                        + " char_used data_precision data_scale nullable default_on_null"
                        + " identity_column virtual_column hidden_column user_generated collation"
                        + " default_length data_default internal_column_id");
        views.put(
                "all_tab_identity_cols",
                "owner table_name column_name generation_type identity_options");
        views.put(
                "all_constraints",
                "owner constraint_name constraint_type table_name search_condition_vc delete_rule"
                        + " status deferrable deferred validated generated rely r_owner"
                        + " r_constraint_name index_name");
        views.put("all_cons_columns", "owner constraint_name table_name column_name position");
        views.put(
                "all_indexes",
                "owner index_name index_type table_owner table_name uniqueness visibility ityp_owner"
                        + " ityp_name parameters status generated");
        views.put(
                "all_ind_columns",
                "index_owner index_name table_owner column_name column_position descend");
        views.put(
                "all_ind_expressions",
                "index_owner index_name table_owner column_position column_expression");
        views.put(
                "all_part_indexes", "owner index_name locality partitioning_type partition_count");
        views.put(
                "all_part_tables",
                "owner table_name partitioning_type subpartitioning_type def_subpartition_count"
                        + " interval ref_ptn_constraint_name autolist");
        views.put("all_part_key_columns", "owner name object_type column_name column_position");
        views.put("all_subpart_key_columns", "owner name object_type column_name column_position");
        views.put(
                "all_tab_partitions",
                "table_owner table_name partition_name read_only high_value interval"
                        + " partition_position");
        views.put(
                "all_sequences",
                "sequence_owner sequence_name min_value max_value increment_by cycle_flag order_flag"
                        + " cache_size last_number");
        views.put("all_views", "owner view_name read_only bequeath text");
        views.put(
                "all_mviews",
                "owner mview_name refresh_mode refresh_method build_mode rewrite_enabled updatable"
                        + " query");
        views.put("all_synonyms", "owner synonym_name table_owner table_name db_link");
        views.put("all_triggers", "owner trigger_name status");
        views.put("all_source", "owner name type line text");
        views.put("all_tab_privs", "table_schema table_name grantee privilege grantable type");
        views.put(
                "all_col_privs", "table_schema table_name column_name grantee privilege grantable");
        views.put("all_objects", "owner object_name object_type generated secondary");
        return views;
    }
}
