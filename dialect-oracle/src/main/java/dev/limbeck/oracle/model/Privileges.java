package dev.limbeck.oracle.model;

import dev.limbeck.schema.ObjectId;
import java.util.List;

/** The rights there are on each kind of object: what {@code ALL} stands for. */
public final class Privileges {
    private static final List<String> ON_TABLES =
            List.of(
                    "ALTER",
                    "DEBUG",
                    "DELETE",
                    "FLASHBACK",
                    "INDEX",
                    "INSERT",
                    "ON COMMIT REFRESH",
                    "QUERY REWRITE",
                    "READ",
                    "REFERENCES",
                    "SELECT",
                    "UPDATE");

    private static final List<String> ON_VIEWS =
            List.of(
                    "DEBUG",
                    "DELETE",
                    "FLASHBACK",
                    "INSERT",
                    "MERGE VIEW",
                    "ON COMMIT REFRESH",
                    "QUERY REWRITE",
                    "READ",
                    "REFERENCES",
                    "SELECT",
                    "UPDATE");

    private Privileges() {}

    /** Returns whether rights on such an object can be given. */
    public static boolean mayBeGrantedOn(ObjectId object) {
        return !of(object).isEmpty();
    }

    /** Returns the rights there are on an object, sorted. */
    public static List<String> of(ObjectId object) {
        return switch (object.kind()) {
            case TABLE, MATERIALIZED_VIEW -> ON_TABLES;
            case VIEW -> ON_VIEWS;
            case SEQUENCE -> List.of("ALTER", "SELECT");
            case ROUTINE -> List.of("DEBUG", "EXECUTE");
            case OPAQUE ->
                    switch (object.detail()) {
                        case "package", "library", "operator", "indextype" ->
                                List.of("DEBUG", "EXECUTE");
                        case "type" -> List.of("DEBUG", "EXECUTE", "UNDER");
                        default -> List.of();
                    };
            default -> List.of();
        };
    }
}
