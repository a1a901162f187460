package dev.limbeck.postgres.normal;

import dev.limbeck.postgres.text.PostgresIdentifiers;
import dev.limbeck.postgres.text.PostgresLexicon;
import dev.limbeck.postgres.text.PostgresText;
import dev.limbeck.postgres.type.PostgresTypes;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.Inheritance;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The normal form of the statement that makes a rule: its words, and the columns that {@code
 * INSERT} fills, which the server writes out.
 */
final class NormalRule {
    private final Schema schema;
    private final List<SqlToken> tokens;
    private final List<String> words = new ArrayList<>();

    private NormalRule(Schema schema, String text) {
        this.schema = schema;
        this.tokens = SqlTokenizer.significant(text, PostgresLexicon.LEXICON);
    }

    /** Returns a rule's statement with its normal form. */
    static Expression of(Expression text, Schema schema) {
        NormalRule rule = new NormalRule(schema, text.source());
        rule.read();
        return text.withCanonical(String.join(" ", rule.words));
    }

    private void read() {
        for (int i = 0; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            if (token.isSymbol(";") || (token.is("ALSO") && tokens.get(i - 1).is("DO"))) {
                continue;
            }
            words.add(
                    token.kind() == SqlToken.Kind.WORD
                            ? PostgresIdentifiers.INSTANCE.fold(token.text())
                            : token.text());
            if (token.is("VALUES") && i > 2) {
                filled(i).ifPresent(columns -> words.addAll(words.size() - 1, columns));
            }
        }
    }

    /** Returns the columns, in parentheses, that an insertion without a list of them fills. */
    private Optional<List<String>> filled(int values) {
        int name = values - 1;
        if (!PostgresTypes.isName(tokens.get(name))) {
            return Optional.empty();
        }
        boolean qualified = name > 1 && tokens.get(name - 1).isSymbol(".");
        int before = qualified ? name - 3 : name - 1;
        if (before < 0 || !tokens.get(before).is("INTO")) {
            return Optional.empty();
        }
        String bare = PostgresIdentifiers.read(tokens.get(name).text());
        QualifiedName table =
                qualified
                        ? PostgresTypes.name(
                                PostgresIdentifiers.read(tokens.get(name - 2).text()), bare)
                        : QualifiedName.of(bare);
        return schema.table(table).map(found -> columns(found, count(values + 1)));
    }

    /** Returns how many values stand in the parentheses that open at a place. */
    private int count(int open) {
        int close = PostgresText.closing(tokens, open);
        int count = 1;
        int depth = 0;
        for (SqlToken token : tokens.subList(open + 1, close)) {
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            count += depth == 0 && token.isSymbol(",") ? 1 : 0;
        }
        return count;
    }

    private List<String> columns(Table table, int count) {
        List<String> list = new ArrayList<>(List.of("("));
        Inheritance.columns(schema, table).stream()
                .limit(count)
                .forEach(
                        column -> {
                            if (list.size() > 1) {
                                list.add(",");
                            }
                            list.add(PostgresIdentifiers.write(column.name()));
                        });
        list.add(")");
        return list;
    }
}
