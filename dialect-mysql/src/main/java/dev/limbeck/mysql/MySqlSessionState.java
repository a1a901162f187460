package dev.limbeck.mysql;

import dev.limbeck.dialect.SessionState;
import dev.limbeck.mysql.text.MySqlIdentifiers;
import dev.limbeck.mysql.text.MySqlLiterals;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * The variables of a session that scripts set, its database, its role, and the tables it locked. A
 * script's user variables stay; nothing of ours reads them.
 */
final class MySqlSessionState implements SessionState {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    /**
     * What scripts and dumps are known to set. A server is only asked for those it has. Variables
     * that describe the moment ({@code timestamp}, {@code insert_id}, {@code rand_seed1}) are left
     * alone: setting them back would freeze them.
     */
    private static final String VARIABLES =
            """
            'auto_increment_increment', 'auto_increment_offset', 'binlog_format',
            'binlog_row_image', 'block_encryption_mode', 'character_set_client',
            'character_set_connection', 'character_set_results', 'collation_connection',
            'check_constraint_checks', 'cte_max_recursion_depth', 'max_recursive_iterations',
            'default_storage_engine', 'default_tmp_storage_engine', 'default_week_format',
            'div_precision_increment', 'eq_range_index_dive_limit',
            'explicit_defaults_for_timestamp', 'foreign_key_checks', 'group_concat_max_len',
            'idle_transaction_timeout', 'information_schema_stats_expiry',
            'innodb_ft_enable_stopword', 'innodb_lock_wait_timeout', 'innodb_strict_mode',
            'interactive_timeout', 'join_buffer_size', 'lc_messages', 'lc_time_names',
            'lock_wait_timeout', 'low_priority_updates', 'max_error_count', 'max_execution_time',
            'max_heap_table_size', 'max_join_size', 'max_sort_length', 'max_sp_recursion_depth',
            'max_statement_time', 'myisam_sort_buffer_size', 'net_read_timeout',
            'net_write_timeout', 'old_mode', 'optimizer_switch', 'range_optimizer_max_mem_size',
            'sort_buffer_size', 'sql_auto_is_null', 'sql_big_selects', 'sql_generate_invisible_primary_key',
            'sql_if_exists', 'sql_log_bin', 'sql_mode', 'sql_notes', 'sql_quote_show_create',
            'sql_require_primary_key', 'sql_safe_updates', 'sql_select_limit', 'sql_warnings',
            'system_versioning_alter_history', 'system_versioning_asof',
            'system_versioning_insert_history', 'time_zone', 'tmp_table_size',
            'transaction_isolation', 'tx_isolation', 'transaction_read_only', 'tx_read_only',
            'unique_checks', 'updatable_views_with_limit', 'wait_timeout'
            """;

    private final Connection connection;
    private final Place place;
    private final Map<String, String> variables;

    private MySqlSessionState(Connection connection, Place place, Map<String, String> variables) {
        this.connection = connection;
        this.place = place;
        this.variables = variables;
    }

    /**
     * Where a session stands.
     *
     * @param role its roles as {@code SET ROLE} takes them
     * @param database its database, if it has one
     */
    private record Place(String role, Optional<String> database) {
        static Place of(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement();
                    ResultSet row =
                            statement.executeQuery(
                                    "SELECT COALESCE(CURRENT_ROLE(), 'NONE'), DATABASE()")) {
                row.next();
                return new Place(row.getString(1), Optional.ofNullable(row.getString(2)));
            }
        }
    }

    static SessionState of(Connection connection) throws SQLException {
        return new MySqlSessionState(connection, Place.of(connection), variables(connection));
    }

    private static Map<String, String> variables(Connection connection) throws SQLException {
        var variables = new LinkedHashMap<String, String>();
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                "SHOW SESSION VARIABLES WHERE Variable_name IN ("
                                        + VARIABLES
                                        + ")")) {
            while (row.next()) {
                variables.put(row.getString(1), row.getString(2));
            }
        }
        return variables;
    }

    @Override
    public void restore() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // Ends a transaction only where tables are locked, and then nothing else can be done.
            statement.execute("UNLOCK TABLES");
            Place now = Place.of(connection);
            if (!now.role().equals(place.role())) {
                statement.execute("SET ROLE " + place.role());
            }
            if (!now.database().equals(place.database()) && place.database().isPresent()) {
                statement.execute("USE " + MySqlIdentifiers.INSTANCE.quote(place.database().get()));
            }
            String changes = changes(variables(connection));
            if (!changes.isEmpty()) {
                statement.execute("SET " + changes);
            }
        }
    }

    private String changes(Map<String, String> now) {
        var changes = new StringJoiner(", ");
        variables.forEach(
                (name, value) -> {
                    if (!value.equals(now.get(name))) {
                        changes.add("SESSION " + name + " = " + literal(name, value));
                    }
                });
        return changes.toString();
    }

    private static String literal(String name, String value) {
        if (NUMBER.matcher(value).matches()) {
            return value;
        }
        return value.isEmpty() && name.equals("character_set_results")
                ? "NULL"
                : MySqlLiterals.string(value);
    }
}
