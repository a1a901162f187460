package dev.limbeck.autogenerate;

import dev.limbeck.dialect.DatabaseProduct;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.dialect.SchemaSupport;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.SchemaException;
import dev.limbeck.interpret.DdlInterpreter;
import java.util.List;

/**
 * The database that both sides of a comparison are seen through.
 *
 * @param dialect its dialect
 * @param product the server, or the one that is presumed
 * @param support what the dialect knows of schemas there
 */
public record SchemaDialect(Dialect dialect, DatabaseProduct product, SchemaSupport support) {
    /** Returns a dialect on a server; refuses where it knows nothing of schemas. */
    public static SchemaDialect of(Dialect dialect, DatabaseProduct product) {
        SchemaSupport support =
                dialect.schemas(product)
                        .orElseThrow(
                                () ->
                                        new SchemaException(
                                                Diagnostic.error(
                                                                ErrorCode.SCHEMAS_NOT_SUPPORTED,
                                                                "the dialect '"
                                                                        + dialect.id()
                                                                        + "' runs scripts, and"
                                                                        + " can't read or compare"
                                                                        + " schemas")
                                                        .withHint(
                                                                "write the revision by hand: leave"
                                                                        + " out --autogenerate")));
        return new SchemaDialect(dialect, product, support);
    }

    /** Returns the same database with more known of it. */
    public SchemaDialect withSupport(SchemaSupport newSupport) {
        return new SchemaDialect(dialect, product, newSupport);
    }

    /** Returns the dialect names whose scripts serve it, the most specific first. */
    public List<String> variants() {
        return dialect.variants(product);
    }

    /** Returns what knows what the first statement of a script does. */
    DdlInterpreter interpreter() {
        return DdlInterpreter.begin(support.ddl(), dialect.lexicon());
    }
}
