package dev.limbeck.ddl;

import dev.limbeck.schema.QualifiedName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a script's earlier statements have set, as far as it changes what later ones mean.
 *
 * @param path the schemas in which a bare name is looked for, in order; the empty string is the
 *     default schema; an empty list means that every name has to be qualified
 * @param temporary the tables of this session; what happens to them leaves no trace
 */
public record DdlSession(List<String> path, Set<String> temporary) {
    public DdlSession {
        path = List.copyOf(path);
        temporary = Set.copyOf(temporary);
    }

    /** Returns a session that finds bare names in the default schema. */
    public static DdlSession initial() {
        return new DdlSession(List.of(""), Set.of());
    }

    public DdlSession withPath(List<String> newPath) {
        return new DdlSession(newPath, temporary);
    }

    /** Returns this session with one more temporary table. */
    public DdlSession withTemporary(String table) {
        Set<String> more = new LinkedHashSet<>(temporary);
        more.add(table);
        return new DdlSession(path, more);
    }

    /** Returns this session without a temporary table. */
    public DdlSession withoutTemporary(String table) {
        Set<String> fewer = new LinkedHashSet<>(temporary);
        fewer.remove(table);
        return new DdlSession(path, fewer);
    }

    /** Returns the name of something made under a bare name. */
    public QualifiedName made(String name) {
        return QualifiedName.of(path.isEmpty() ? "" : path.get(0), name);
    }

    /** Returns whether a name means a table of this session. */
    public boolean isTemporary(QualifiedName name) {
        return name.inDefaultSchema() && temporary.contains(name.name());
    }
}
