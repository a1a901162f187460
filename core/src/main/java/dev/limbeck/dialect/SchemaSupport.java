package dev.limbeck.dialect;

import dev.limbeck.ddl.DdlReader;
import dev.limbeck.diff.DiffOptions;
import dev.limbeck.neutral.NeutralForms;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * What a dialect knows of schemas on one version of its server: how they are read, brought to
 * normal form, compared and written as SQL.
 */
public interface SchemaSupport {
    /**
     * Returns what is known once the settings of a live server are known too: the collation that a
     * database gives to what says nothing of one, for example.
     *
     * @param connection is left as it was found
     */
    default SchemaSupport on(Connection connection) throws SQLException {
        return this;
    }

    /** Returns what a diff has to know: rules of names, and what can be changed in place. */
    DiffOptions diffOptions();

    /** Returns what brings two spellings of a thing to one form. */
    SchemaNormalizer normalizer();

    /** Returns the reader of statements. */
    DdlReader ddl();

    /** Returns the writer of changes. */
    SqlRenderer renderer();

    /**
     * Returns the reader of a live catalog.
     *
     * @param connection is left as it was found: no transaction open, the same schema, the same
     *     search path
     */
    Introspector introspector(Connection connection);

    /**
     * Returns what asks a live server how it spells texts whose normal forms differ; empty where
     * the server can't be asked without a trace.
     *
     * @param connection is left as it was found
     */
    default Optional<SpellingProbe> spellingProbe(Connection connection) {
        return Optional.empty();
    }

    /**
     * Returns what takes predicates apart for proofs; empty for a dialect whose predicates are only
     * compared by their texts.
     */
    default Optional<PredicateReader> predicates() {
        return Optional.empty();
    }

    /** Returns what its types are in neutral terms, for comparisons with other vendors. */
    default NeutralForms neutral() {
        return NeutralForms.standard();
    }

    /** Returns what statements about rows may name although no script has made it. */
    default QueryFacts queries() {
        return QueryFacts.standard();
    }

    /** Returns what is known of statements that the server was cut off in. */
    default Remains remains() {
        return Remains.NONE;
    }

    /** Returns what tells of the privileges of a session's user. */
    default Privileges privileges(Connection connection) {
        return Privileges.UNKNOWN;
    }
}
