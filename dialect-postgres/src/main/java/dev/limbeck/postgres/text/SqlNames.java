package dev.limbeck.postgres.text;

import dev.limbeck.schema.PartName;
import dev.limbeck.schema.QualifiedName;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes names as a person would: quoted only where they must be. */
public final class SqlNames {
    /** Words that columns and tables may bear, but no function or type. */
    private static final Set<String> RESERVED_FOR_TYPES =
            Set.of(
                    ("between bigint bit boolean char character coalesce dec decimal exists extract"
                                    + " float greatest grouping inout int integer interval json"
                                    + " json_array json_arrayagg json_exists json_object"
                                    + " json_objectagg json_query json_scalar json_serialize"
                                    + " json_table json_value least merge_action national nchar"
                                    + " none normalize nullif numeric out overlay position"
                                    + " precision real row setof smallint substring time timestamp"
                                    + " treat trim values varchar xmlattributes xmlconcat"
                                    + " xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi"
                                    + " xmlroot xmlserialize xmltable")
                            .split(" "));

    private SqlNames() {}

    /** Returns a name as it stands in a statement. */
    public static String write(String name) {
        return PostgresIdentifiers.write(name);
    }

    /** Returns the name of a part as SQL, quoted only where it must be. */
    public static String write(PartName name) {
        return write(name.value());
    }

    /** Returns a name as SQL, with its schema unless that is the default one. */
    public static String write(QualifiedName name) {
        return PostgresIdentifiers.write(name);
    }

    /** Returns the name of a type or a routine, which more words are kept from. */
    public static String writeCallable(QualifiedName name) {
        return name.inDefaultSchema() && RESERVED_FOR_TYPES.contains(name.name())
                ? PostgresIdentifiers.INSTANCE.quote(name.name())
                : write(name);
    }

    /** Returns names with commas between them. */
    public static String list(Collection<String> names) {
        return names.stream().map(SqlNames::write).collect(Collectors.joining(", "));
    }

    /** Returns a text as a string. */
    public static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
