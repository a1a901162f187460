package dev.limbeck.autogenerate;

import dev.limbeck.autogenerate.RevisionScript.Commits;
import dev.limbeck.dialect.RenderedStatement;
import dev.limbeck.sql.SqlLexicon;
import java.util.List;

/**
 * The texts of one revision for one database, without header.
 *
 * @param up the up script
 * @param down the down script
 */
public record GeneratedText(String up, String down) {
    private static final String TRANSACTION_OFF = "-- limbeck: transaction off\n";

    /** Returns the pair of a database on which a revision has nothing to do. */
    public static GeneratedText nothingToDo(String dialect) {
        String text = "-- nothing to do on " + dialect + "\n";
        return new GeneratedText(text, text);
    }

    /**
     * Returns the texts of a script.
     *
     * @param strictness what is proved of the checks it adds
     */
    static GeneratedText of(RevisionScript script, SchemaDialect dialect, Strictness strictness) {
        SqlLexicon lexicon = dialect.dialect().lexicon();
        List<String> backfills = new Backfill(dialect).of(script.changes());
        String head = Preface.up(script, backfills, strictness);
        String up = text(head, script.upCommits(), script.up(), lexicon);
        String downHead = Preface.down(script, strictness);
        String down = text(downHead, script.downCommits(), script.down(), lexicon);
        return new GeneratedText(up, down);
    }

    /** Returns the statements alone, as a script that a person can run. */
    public static String statements(List<RenderedStatement> statements, SchemaDialect dialect) {
        return ScriptText.of(statements, dialect.dialect().lexicon());
    }

    private static String text(
            String preface,
            Commits commits,
            List<RenderedStatement> statements,
            SqlLexicon lexicon) {
        String directive = commits == Commits.EACH_STATEMENT ? TRANSACTION_OFF : "";
        String opening = preface.isEmpty() || directive.isEmpty() ? preface : preface + "\n";
        String head = opening + directive;
        return head.isEmpty() || statements.isEmpty()
                ? head + ScriptText.of(statements, lexicon)
                : head + "\n" + ScriptText.of(statements, lexicon);
    }
}
