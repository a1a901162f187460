package dev.limbeck.oracle.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.Introspection;
import dev.limbeck.dialect.RenderedStatement;
import dev.limbeck.dialect.SchemaSupport;
import dev.limbeck.diff.ObjectChange;
import dev.limbeck.diff.SchemaChange;
import dev.limbeck.diff.SchemaDiff;
import dev.limbeck.schema.ObjectFilter;
import dev.limbeck.schema.Schema;
import java.sql.SQLException;
import java.util.List;

/**
 * The closed loop: a schema is written as statements, the clerk fills the dictionary from their
 * parse trees, the introspector reads it, and what it reads is what was written.
 */
public final class DictionaryLoop {
    /** One for the users there are, and each question once. */
    private static final int QUERIES = 26;

    private final SchemaSupport support;

    public DictionaryLoop(SchemaSupport support) {
        this.support = support;
    }

    /**
     * Goes around once.
     *
     * @param wanted in normal form
     */
    public void prove(Schema wanted) throws SQLException {
        List<RenderedStatement> statements =
                support.renderer()
                        .render(
                                Schema.empty(),
                                SchemaDiff.between(Schema.empty(), wanted, support.diffOptions())
                                        .changes());
        try (Dictionary dictionary = new Dictionary()) {
            Clerk clerk = new Clerk(dictionary);
            for (RenderedStatement statement : statements) {
                clerk.run(statement.sql());
            }
            Introspection found =
                    support.introspector(dictionary.connection()).read(ObjectFilter.all());
            assertThat(found.notices()).isEmpty();
            assertThat(found.queries()).isEqualTo(QUERIES);
            Schema read = support.normalizer().normalize(found.schema());
            assertThat(
                            SchemaDiff.between(read, wanted, support.diffOptions())
                                    .changes()
                                    .stream()
                                    .map(DictionaryLoop::told)
                                    .toList())
                    .as(joined(statements))
                    .isEmpty();
        }
    }

    private static String told(SchemaChange change) {
        return change instanceof ObjectChange ? change.summary() : change.toString();
    }

    private static String joined(List<RenderedStatement> statements) {
        return String.join(";\n", statements.stream().map(RenderedStatement::sql).toList());
    }
}
