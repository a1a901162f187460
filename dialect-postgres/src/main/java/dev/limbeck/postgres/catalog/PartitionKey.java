package dev.limbeck.postgres.catalog;

import dev.limbeck.postgres.text.PostgresIdentifiers;
import dev.limbeck.postgres.text.PostgresLexicon;
import dev.limbeck.postgres.text.PostgresText;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.IndexPart;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a table is partitioned by, from the text of {@code pg_get_partkeydef}. */
final class PartitionKey {
    private final String text;
    private final List<SqlToken> tokens;

    private PartitionKey(String text, List<SqlToken> tokens) {
        this.text = text;
        this.tokens = tokens;
    }

    /**
     * Returns the parts of a key such as {@code RANGE (at, lower(name) COLLATE "C" text_ops)}.
     *
     * @param columns the columns it names, an unknown one in place of each expression
     */
    static List<IndexPart> parts(String text, List<String> columns) {
        List<SqlToken> tokens = SqlTokenizer.significant(text, PostgresLexicon.LEXICON);
        List<IndexPart> parts = new ArrayList<>();
        int start = 2;
        int depth = 1;
        for (int i = start; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            if (depth == 0 || (depth == 1 && token.isSymbol(","))) {
                String column = columns.get(parts.size());
                parts.add(new PartitionKey(text, tokens.subList(start, i)).part(column));
                start = i + 1;
            }
        }
        return parts;
    }

    /** Reads one part: a column, a call or an expression in parentheses, then its settings. */
    private IndexPart part(String column) {
        boolean isColumn = tokens.get(0).kind() != SqlToken.Kind.SYMBOL && !isCall();
        int end = isColumn ? 1 : end();
        IndexPart part =
                isColumn
                        ? IndexPart.column(column)
                        : IndexPart.expression(Expression.of(PostgresText.bare(slice(0, end))));
        if (end < tokens.size() && tokens.get(end).is("COLLATE")) {
            int name = end + 1;
            int last = qualified(name) ? name + 2 : name;
            part = part.withCollation(Optional.of(name(name, last)));
            end = last + 1;
        }
        return end < tokens.size()
                ? part.withOperatorClass(Optional.of(slice(end, tokens.size())))
                : part;
    }

    private boolean isCall() {
        return tokens.stream().limit(4).anyMatch(token -> token.isSymbol("("));
    }

    private int end() {
        int open = 0;
        while (!tokens.get(open).isSymbol("(")) {
            open++;
        }
        return PostgresText.closing(tokens, open) + 1;
    }

    private boolean qualified(int at) {
        return at + 1 < tokens.size() && tokens.get(at + 1).isSymbol(".");
    }

    private QualifiedName name(int first, int last) {
        String bare = PostgresIdentifiers.read(tokens.get(last).text());
        return first == last
                ? QualifiedName.of(bare)
                : QualifiedName.of(PostgresIdentifiers.read(tokens.get(first).text()), bare);
    }

    private String slice(int from, int to) {
        return text.substring(tokens.get(from).offset(), tokens.get(to - 1).end());
    }
}
