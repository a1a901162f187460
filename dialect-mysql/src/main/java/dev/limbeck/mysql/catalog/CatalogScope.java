package dev.limbeck.mysql.catalog;

import dev.limbeck.dialect.CatalogRow;
import dev.limbeck.mysql.server.ServerVersion;
import dev.limbeck.mysql.text.MySqlIdentifiers;
import dev.limbeck.mysql.text.MySqlLexicon;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.List;

/**
 * What the readers of a catalog share: which server it is, and the database in which they read,
 * whose name the model leaves out.
 *
 * @param version the server
 * @param database the connection's database
 */
record CatalogScope(ServerVersion version, String database) {
    /** Returns the name of an object; of the connection's own database without a schema. */
    QualifiedName name(String schema, String name) {
        return schema.equals(database) ? QualifiedName.of(name) : QualifiedName.of(schema, name);
    }

    /** Returns the name of the table that a row is about. */
    QualifiedName table(CatalogRow row) {
        return name(row.text("table_schema"), row.text("table_name"));
    }

    /** Returns the text of an expression that MySQL keeps with its quotes escaped. */
    String expression(String stored) {
        return plain(withoutDatabase(version.isMariaDb() ? stored : unescaped(stored)));
    }

    /** Returns a text without the connection's database before the names in it. */
    String withoutDatabase(String text) {
        String quoted = MySqlIdentifiers.INSTANCE.quote(database);
        if (!text.contains(quoted)) {
            return text;
        }
        List<SqlToken> tokens = SqlTokenizer.significant(text, MySqlLexicon.LEXICON);
        var shorter = new StringBuilder();
        int copied = 0;
        for (int i = 0; i + 1 < tokens.size(); i++) {
            boolean first = i == 0 || !tokens.get(i - 1).isSymbol(".");
            if (first && tokens.get(i).text().equals(quoted) && tokens.get(i + 1).isSymbol(".")) {
                shorter.append(text, copied, tokens.get(i).offset());
                copied = tokens.get(i + 1).end();
            }
        }
        return shorter.append(text.substring(copied)).toString();
    }

    /** Returns an expression without parentheses around the whole. */
    static String plain(String text) {
        List<SqlToken> tokens = SqlTokenizer.significant(text, MySqlLexicon.LEXICON);
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            depth += tokens.get(i).isSymbol("(") ? 1 : tokens.get(i).isSymbol(")") ? -1 : 0;
            if (depth == 0 && (i == 0 || i + 1 < tokens.size())) {
                return text;
            }
        }
        return tokens.size() < 3
                ? text
                : plain(
                        text.substring(tokens.get(0).end(), tokens.get(tokens.size() - 1).offset())
                                .strip());
    }

    private static String unescaped(String stored) {
        var plain = new StringBuilder(stored.length());
        for (int i = 0; i < stored.length(); i++) {
            char c = stored.charAt(i);
            if (c == '\\' && i + 1 < stored.length()) {
                i++;
                plain.append(
                        switch (stored.charAt(i)) {
                            case '0' -> '\0';
                            case 'n' -> '\n';
                            case 'r' -> '\r';
                            case 'Z' -> '\u001a';
                            default -> stored.charAt(i);
                        });
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
