package dev.limbeck.autogenerate;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.sql.Directive;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the schemas that scripts name, by their words alone: so the question which schemas of a
 * database count has an answer also where a script can't be understood.
 */
final class NamedSchemas {
    /** The name that a definition is about stands among its first words. */
    private static final int HEAD = 16;

    private static final Set<String> VERBS = Set.of("CREATE", "ALTER", "DROP", "COMMENT", "GRANT");

    private final Dialect dialect;
    private final Set<String> names = new TreeSet<>();

    NamedSchemas(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Returns the names found so far, folded. */
    Set<String> names() {
        return Set.copyOf(names);
    }

    /** Looks at the significant tokens of a statement, and at what stands before it. */
    void look(List<SqlToken> tokens, List<Directive> directives) {
        if (tokens.isEmpty() || !VERBS.contains(tokens.get(0).text().toUpperCase(Locale.ROOT))) {
            return;
        }
        formerNames(directives, tokens.size() > 1 && tokens.get(1).is("SCHEMA"));
        for (int index = 1; index < Math.min(tokens.size(), HEAD); index++) {
            SqlToken token = tokens.get(index);
            if (token.isSymbol("(")) {
                return;
            }
            if (token.is("SCHEMA")) {
                afterSchema(tokens, index + 1);
            } else if (token.isSymbol(".") && isName(tokens.get(index - 1))) {
                add(tokens.get(index - 1));
                return;
            }
        }
    }

    /** Takes the schemas that things were in, or were, before they were renamed. */
    private void formerNames(List<Directive> directives, boolean ofSchema) {
        for (Directive directive : directives) {
            List<SqlToken> name = SqlTokenizer.significant(directive.argument(), dialect.lexicon());
            boolean tells =
                    directive.name().equals("renamed-from")
                            && !name.isEmpty()
                            && isName(name.get(0))
                            && (ofSchema || name.size() > 2);
            if (tells) {
                add(name.get(0));
            }
        }
    }

    /** Takes the name after {@code SCHEMA}, {@code SCHEMA IF NOT EXISTS}, {@code SET SCHEMA}. */
    private void afterSchema(List<SqlToken> tokens, int from) {
        int index = from;
        while (index < tokens.size()
                && (tokens.get(index).is("IF")
                        || tokens.get(index).is("NOT")
                        || tokens.get(index).is("EXISTS"))) {
            index++;
        }
        if (index < tokens.size() && isName(tokens.get(index))) {
            add(tokens.get(index));
        }
    }

    private static boolean isName(SqlToken token) {
        return token.kind() == SqlToken.Kind.WORD
                || token.kind() == SqlToken.Kind.QUOTED_IDENTIFIER;
    }

    private void add(SqlToken token) {
        if (token.kind() == SqlToken.Kind.WORD) {
            names.add(dialect.identifiers().fold(token.text()));
            return;
        }
        String inner = token.text().substring(1, token.text().length() - 1);
        char quote = token.text().charAt(0);
        names.add(inner.replace("" + quote + quote, "" + quote));
    }
}
