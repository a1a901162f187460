package dev.limbeck.postgres;

import dev.limbeck.dialect.RenderedStatement;
import dev.limbeck.diff.ChangeSet;
import dev.limbeck.diff.SchemaChange;
import dev.limbeck.diff.SchemaDiff;
import dev.limbeck.interpret.DdlInterpreter;
import dev.limbeck.postgres.text.PostgresLexicon;
import dev.limbeck.schema.RenameHint;
import dev.limbeck.schema.Schema;
import dev.limbeck.sql.Statement;
import dev.limbeck.sql.StatementSplitter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Two states of a schema as DDL, and the statements that lead from one to the other and back.
 *
 * @param changes what differs
 * @param upgrade what leads to the second state
 * @param downgrade what leads back
 */
record RenderCase(
        List<SchemaChange> changes,
        List<RenderedStatement> upgrade,
        List<RenderedStatement> downgrade) {
    static RenderCase of(PostgresSchemas support, String before, String after) {
        return of(support, schema(support, before), schema(support, after));
    }

    static RenderCase of(PostgresSchemas support, Schema before, Schema after) {
        ChangeSet set = SchemaDiff.between(before, after, support.diffOptions());
        return new RenderCase(
                set.changes(),
                support.renderer().render(set.changes()),
                support.renderer().render(set.undo()));
    }

    /** Returns the schema that a script makes, in normal form. */
    static Schema schema(PostgresSchemas support, String script) {
        Schema schema = Schema.empty();
        DdlInterpreter interpreter = DdlInterpreter.begin(support.ddl(), PostgresLexicon.LEXICON);
        Path shown = Path.of("case.sql");
        for (Statement statement :
                StatementSplitter.split(script, PostgresLexicon.LEXICON, shown).statements()) {
            DdlInterpreter.Step step = interpreter.apply(schema, statement, shown);
            if (step.failed()) {
                throw new AssertionError(step.findings() + " in " + statement.text());
            }
            schema = step.schema();
            interpreter = step.next();
        }
        Collection<RenameHint> hints = schema.renameHints();
        return support.normalizer().normalize(schema).withRenameHints(hints);
    }

    /** Returns statements as a script shows them, notes before and hazards behind them. */
    static String text(List<RenderedStatement> statements) {
        StringBuilder text = new StringBuilder();
        for (RenderedStatement statement : statements) {
            statement.notes().forEach(note -> text.append("-- ").append(note).append('\n'));
            text.append(statement.sql()).append(";");
            List<String> hazards = new ArrayList<>();
            statement.hazards().forEach(hazard -> hazards.add(hazard.kind().name()));
            if (!hazards.isEmpty()) {
                text.append(" -- ").append(String.join(" ", hazards));
            }
            text.append('\n');
        }
        return text.toString();
    }
}
