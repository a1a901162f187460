package dev.limbeck.analysis.calcite;

import dev.limbeck.analysis.QueryAnalyzer;
import dev.limbeck.analysis.QuerySetting;
import dev.limbeck.ddl.DdlFinding;
import dev.limbeck.ddl.DdlSession;
import dev.limbeck.schema.Schema;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Has Calcite's validator resolve the names in statements. Not thread-safe. */
public final class CalciteQueryAnalyzer implements QueryAnalyzer {
    private static final Set<String> ABOUT_ROWS =
            Set.of(
                    "SELECT", "WITH", "VALUES", "TABLE", "INSERT", "UPDATE", "DELETE", "MERGE",
                    "REPLACE", "UPSERT");

    private final QuerySetting setting;

    /** Loads Calcite, so it waits until a statement is about rows. */
    private @Nullable StatementAnalysis analysis;

    public CalciteQueryAnalyzer(QuerySetting setting) {
        this.setting = setting;
    }

    @Override
    public List<DdlFinding> check(String statement, Schema schema, DdlSession session) {
        List<SqlToken> tokens = SqlTokenizer.significant(statement, setting.lexicon());
        if (!isAboutRows(tokens)) {
            return List.of();
        }
        StatementAnalysis made = analysis;
        if (made == null) {
            made = new StatementAnalysis(setting);
            analysis = made;
        }
        return made.check(statement, tokens, schema, session);
    }

    private static boolean isAboutRows(List<SqlToken> tokens) {
        int first = 0;
        while (first < tokens.size() && tokens.get(first).isSymbol("(")) {
            first++;
        }
        if (first == tokens.size()) {
            return false;
        }
        if (!tokens.get(first).is("CREATE")) {
            return ABOUT_ROWS.contains(tokens.get(first).text().toUpperCase(Locale.ROOT));
        }
        // a view, or a table that a query fills
        return tokens.stream().anyMatch(token -> token.is("SELECT") || token.is("VALUES"))
                && tokens.stream()
                        .limit(8)
                        .anyMatch(token -> token.is("VIEW") || token.is("TABLE"));
    }
}
