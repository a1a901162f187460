package dev.limbeck.autogenerate;

import dev.limbeck.error.ConfigException;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** The sources of desired states on the class path. */
public final class SchemaSources {
    private final List<SchemaSource> sources;

    private SchemaSources(List<SchemaSource> sources) {
        this.sources = List.copyOf(sources);
    }

    /** Returns the sources on the class path; each call looks anew. */
    public static SchemaSources installed() {
        try {
            return new SchemaSources(
                    ServiceLoader.load(SchemaSource.class).stream()
                            .map(ServiceLoader.Provider::get)
                            .toList());
        } catch (ServiceConfigurationError e) {
            throw new ConfigException(
                    Diagnostic.error(
                            ErrorCode.SCHEMA_SOURCE_UNKNOWN,
                            "a schema source on the class path can't be loaded: " + e.getMessage()),
                    e);
        }
    }

    /** Returns sources put together by hand. */
    public static SchemaSources of(List<SchemaSource> sources) {
        return new SchemaSources(sources);
    }

    /** Returns the source that serves an entry of the configuration. */
    public SchemaSource serving(String entry) {
        String scheme = entry.substring(0, entry.indexOf(':'));
        List<String> known = sources.stream().map(SchemaSource::scheme).sorted().toList();
        return sources.stream()
                .filter(source -> source.scheme().equals(scheme))
                .findFirst()
                .orElseThrow(
                        () ->
                                new ConfigException(
                                        Diagnostic.error(
                                                        ErrorCode.SCHEMA_SOURCE_UNKNOWN,
                                                        "nothing on the class path reads a schema"
                                                                + " from '"
                                                                + entry
                                                                + "'")
                                                .withHint(
                                                        known.isEmpty()
                                                                ? "add the library that reads '"
                                                                        + scheme
                                                                        + ":' entries"
                                                                : "known are "
                                                                        + String.join(
                                                                                ", ", known))));
    }
}
