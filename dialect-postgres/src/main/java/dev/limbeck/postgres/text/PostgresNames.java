package dev.limbeck.postgres.text;

import dev.limbeck.ddl.NameRules;
import java.nio.charset.StandardCharsets;

/** How PostgreSQL takes the names in its statements. */
public enum PostgresNames implements NameRules {
    INSTANCE;

    /** {@code NAMEDATALEN - 1}. */
    private static final int LONGEST = 63;

    @Override
    public String fold(String word) {
        return PostgresIdentifiers.INSTANCE.fold(word);
    }

    @Override
    public String kept(String name) {
        return clipped(name, LONGEST);
    }

    @Override
    public boolean isReserved(String word) {
        return PostgresSyntax.RESERVED.contains(word);
    }

    @Override
    public boolean isBuiltIn(String schema) {
        return schema.equals("pg_catalog");
    }

    @Override
    public String defaultSchema() {
        return "public";
    }

    /** Returns as much of a name as has a place in some bytes, no letter cut in two. */
    static String clipped(String name, int bytes) {
        String clipped = name;
        while (clipped.getBytes(StandardCharsets.UTF_8).length > bytes) {
            clipped = clipped.substring(0, clipped.offsetByCodePoints(clipped.length(), -1));
        }
        return clipped;
    }
}
