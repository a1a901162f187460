package dev.limbeck.oracle.text;

import dev.limbeck.ddl.NameRules;
import java.util.Set;

/**
 * How Oracle takes the names in its statements.
 *
 * @param defaultSchema the name of the schema that the model leaves empty; empty where nobody knows
 *     it, as in a script that any user may run
 */
public record OracleNames(String defaultSchema) implements NameRules {
    /** The names of a script: it does not know as whom it runs. */
    public static final OracleNames OF_SCRIPTS = new OracleNames("");

    /** The schema of synonyms that every user sees; it belongs to no user. */
    public static final String SHARED_SCHEMA = "PUBLIC";

    private static final Set<String> BUILT_IN = Set.of("SYS", "SYSTEM", "XDB", "MDSYS", "CTXSYS");

    @Override
    public String fold(String word) {
        return OracleIdentifiers.INSTANCE.fold(word);
    }

    @Override
    public String quoted(String identifier) {
        return OracleIdentifiers.read(identifier);
    }

    @Override
    public String kept(String name) {
        return name;
    }

    @Override
    public boolean isReserved(String word) {
        return OracleSyntax.RESERVED.contains(word);
    }

    @Override
    public boolean isBuiltIn(String schema) {
        return BUILT_IN.contains(schema);
    }
}
