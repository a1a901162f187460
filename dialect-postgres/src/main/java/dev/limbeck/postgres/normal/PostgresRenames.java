package dev.limbeck.postgres.normal;

import dev.limbeck.expression.MeaningRewriter;
import dev.limbeck.postgres.text.PostgresIdentifiers;
import dev.limbeck.postgres.text.SqlNames;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.NameRewriter;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.SchemaObjectRewriter;

/** How renames reach into texts: PostgreSQL keeps them parsed, so that names mean what they did. */
public final class PostgresRenames {
    private PostgresRenames() {}

    /** Returns what renames in the texts of schemas of a version. */
    public static NameRewriter rewriter(int major) {
        return MeaningRewriter.of(
                new MeaningRewriter.Setting(
                        NameRewriter.byWords(PostgresIdentifiers.INSTANCE::fold, SqlNames::write),
                        schema -> new PostgresTexts(schema).texts(),
                        SqlNames::write,
                        (schema, object) -> settled(schema, object, major)));
    }

    private static SchemaObject settled(Schema schema, SchemaObject object, int major) {
        NormalTexts texts = new NormalTexts();
        texts.rewrite(object);
        return texts.found
                ? object.accept(new NormalObjects(schema, new PostgresTexts(schema), major))
                : object;
    }

    /** Looks for a text in a normal form that is not as it is written. */
    private static final class NormalTexts extends SchemaObjectRewriter {
        private boolean found;

        @Override
        protected Expression expression(Expression expression) {
            found |= !expression.canonical().equals(expression.source());
            return expression;
        }
    }
}
