package dev.limbeck.postgres;

import dev.limbeck.dialect.Need;
import dev.limbeck.dialect.Privileges;
import dev.limbeck.postgres.text.PostgresIdentifiers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** What the functions {@code has_…_privilege} say. Owners and superusers may do everything. */
record PostgresPrivileges(Connection connection) implements Privileges {
    private static final String CREATE_IN =
            "SELECT 'CREATE on schema ' || pg_catalog.quote_ident(n.nspname)"
                    + " FROM pg_catalog.pg_namespace n"
                    + " WHERE n.nspname = coalesce(nullif(?, ''), pg_catalog.current_schema())"
                    + " AND NOT pg_catalog.has_schema_privilege(n.oid, 'CREATE')";

    private static final String OWNS =
            "SELECT 'ownership of ' || c.oid::pg_catalog.regclass || ', which belongs to '"
                    + " || pg_catalog.pg_get_userbyid(c.relowner)"
                    + " FROM pg_catalog.pg_class c WHERE c.oid = pg_catalog.to_regclass(?)"
                    + " AND NOT pg_catalog.pg_has_role(c.relowner, 'USAGE')";

    /** The owner of a schema may drop what others made in it. */
    private static final String MAY_DROP =
            OWNS
                    + " AND NOT EXISTS (SELECT FROM pg_catalog.pg_namespace n"
                    + " WHERE n.oid = c.relnamespace"
                    + " AND pg_catalog.pg_has_role(n.nspowner, 'USAGE'))";

    private static final String ON_TABLE =
            "SELECT p.word || ' on ' || c.oid::pg_catalog.regclass"
                    + " FROM (SELECT '%s'::text AS word) p, pg_catalog.pg_class c"
                    + " WHERE c.oid = pg_catalog.to_regclass(?)"
                    + " AND NOT pg_catalog.has_table_privilege(c.oid, p.word)";

    private static final String ON_COLUMNS =
            ON_TABLE + " AND NOT pg_catalog.has_any_column_privilege(c.oid, p.word)";

    @Override
    public Optional<String> lacking(Need need) throws SQLException {
        String relation = PostgresIdentifiers.write(need.object().name());
        String schema = need.object().schema();
        String qualified =
                schema.isEmpty() ? relation : PostgresIdentifiers.write(schema) + "." + relation;
        return switch (need.kind()) {
            case CREATE, CREATE_VIEW, CREATE_ROUTINE -> ask(CREATE_IN, schema);
            case ALTER, INDEX -> ask(OWNS, qualified);
            case DROP -> ask(MAY_DROP, qualified);
            case INSERT, UPDATE -> ask(ON_COLUMNS.formatted(need.kind()), qualified);
            case DELETE, TRUNCATE, TRIGGER -> ask(ON_TABLE.formatted(need.kind()), qualified);
        };
    }

    private Optional<String> ask(String question, String about) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, about);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }
}
