package dev.limbeck.postgres.normal;

import dev.limbeck.expression.SqlType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The operator classes that an index takes where none is named. */
final class DefaultOperatorClasses {
    /** The word that begins the name of a type's classes. */
    private static final Map<String, String> WORDS =
            Map.ofEntries(
                    Map.entry("text", "text"),
                    Map.entry("character varying", "text"),
                    Map.entry("character", "bpchar"),
                    Map.entry("integer", "int4"),
                    Map.entry("bigint", "int8"),
                    Map.entry("smallint", "int2"),
                    Map.entry("numeric", "numeric"),
                    Map.entry("real", "float4"),
                    Map.entry("double precision", "float8"),
                    Map.entry("boolean", "bool"),
                    Map.entry("date", "date"),
                    Map.entry("timestamp without time zone", "timestamp"),
                    Map.entry("timestamp with time zone", "timestamptz"),
                    Map.entry("time without time zone", "time"),
                    Map.entry("time with time zone", "timetz"),
                    Map.entry("interval", "interval"),
                    Map.entry("uuid", "uuid"),
                    Map.entry("bytea", "bytea"),
                    Map.entry("inet", "inet"),
                    Map.entry("jsonb", "jsonb"),
                    Map.entry("tsvector", "tsvector"),
                    Map.entry("oid", "oid"),
                    Map.entry("name", "name"),
                    Map.entry("macaddr", "macaddr"));

    /** Spellings of a class that are the same as the default one of the type. */
    private static final Map<String, Set<String>> SAME =
            Map.of(
                    "character varying",
                    Set.of("varchar_ops", "text_ops"),
                    "cidr",
                    Set.of("inet_ops"));

    private DefaultOperatorClasses() {}

    /** Returns the name without the schema of built-in ones, and without that of the default. */
    static String withoutSchema(String name) {
        return name.replaceFirst("^(pg_catalog|public)\\.", "");
    }

    static boolean isDefault(String name, String method, Optional<SqlType> type) {
        if (type.isEmpty()) {
            return false;
        }
        if (type.get().array()) {
            return name.equals("array_ops");
        }
        String typeName = type.get().name().name();
        if (type.get().name().inDefaultSchema() && SAME.containsKey(typeName)) {
            return SAME.get(typeName).contains(name) && !method.equals("brin");
        }
        String word = WORDS.get(typeName);
        if (word == null || !type.get().name().inDefaultSchema()) {
            return false;
        }
        boolean minmax = method.equals("brin") && name.equals(word + "_minmax_ops");
        return minmax
                || (!method.equals("gist")
                        && !method.equals("spgist")
                        && name.equals(word + "_ops"));
    }
}
