package dev.limbeck.oracle.text;

import dev.limbeck.ddl.NameRules;
import java.util.Set;

/** How Oracle takes the names in its statements. */
public enum OracleNames implements NameRules {
    /** The one. */
    INSTANCE;

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

    /** The default schema is the user's own, whose name a script does not know. */
    @Override
    public String defaultSchema() {
        return "";
    }
}
