package dev.limbeck.postgres.ddl.clause;

import dev.limbeck.ddl.ExpressionScope;
import dev.limbeck.ddl.Strings;
import dev.limbeck.postgres.text.PostgresIdentifiers;
import dev.limbeck.postgres.text.PostgresLexicon;
import dev.limbeck.postgres.text.PostgresNames;
import dev.limbeck.postgres.type.PostgresTypes;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Writes out in a text the schemas that a session's search path leaves unsaid. */
final class PathNames {
    private PathNames() {}

    /** Returns a text in which bare names of objects in other schemas are qualified. */
    static String writtenOut(String text, ExpressionScope scope) {
        if (scope.session().path().stream().allMatch(String::isEmpty)) {
            return text;
        }
        List<SqlToken> tokens = SqlTokenizer.significant(text, PostgresLexicon.LEXICON);
        StringBuilder written = new StringBuilder();
        int done = 0;
        for (int i = 0; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            Optional<String> name = name(tokens, i, scope);
            if (name.isPresent()) {
                written.append(text, done, token.offset()).append(name.get());
                done = token.end();
            }
        }
        return written.append(text, done, text.length()).toString();
    }

    /** Returns a text that doesn't name the default schema. */
    static String withoutDefault(String text) {
        List<SqlToken> tokens = SqlTokenizer.significant(text, PostgresLexicon.LEXICON);
        StringBuilder written = new StringBuilder();
        int done = 0;
        for (int i = 0; i + 1 < tokens.size(); i++) {
            boolean first = i == 0 || !tokens.get(i - 1).isSymbol(".");
            boolean home =
                    PostgresTypes.isName(tokens.get(i))
                            && PostgresIdentifiers.read(tokens.get(i).text())
                                    .equals(PostgresNames.INSTANCE.defaultSchema());
            if (first && home && tokens.get(i + 1).isSymbol(".")) {
                written.append(text, done, tokens.get(i).offset());
                done = tokens.get(i + 1).end();
            }
        }
        return written.append(text, done, text.length()).toString();
    }

    private static Optional<String> name(List<SqlToken> tokens, int index, ExpressionScope scope) {
        SqlToken token = tokens.get(index);
        if (token.kind() == SqlToken.Kind.STRING && isCalled(tokens, index, "nextval")) {
            String inside = Strings.value(token.text());
            return inside.contains(".")
                    ? Optional.empty()
                    : found(PostgresIdentifiers.read(inside), scope, PathNames::isSequence)
                            .map(name -> "'" + name.replace("'", "''") + "'");
        }
        boolean bare = index == 0 || !tokens.get(index - 1).isSymbol(".");
        if (!PostgresTypes.isName(token) || !bare) {
            return Optional.empty();
        }
        String name = PostgresIdentifiers.read(token.text());
        if (isSource(tokens, index)) {
            return found(name, scope, ObjectKind::isRelation);
        }
        if (index + 1 < tokens.size() && tokens.get(index + 1).isSymbol("(")) {
            return found(name, scope, kind -> kind == ObjectKind.ROUTINE);
        }
        boolean cast = index > 0 && tokens.get(index - 1).isSymbol("::");
        return cast ? found(name, scope, StatementTypes::isType) : Optional.empty();
    }

    private static boolean isSequence(ObjectKind kind) {
        return kind == ObjectKind.SEQUENCE;
    }

    private static boolean isCalled(List<SqlToken> tokens, int index, String function) {
        return index > 1
                && tokens.get(index - 1).isSymbol("(")
                && tokens.get(index - 2).is(function);
    }

    private static boolean isSource(List<SqlToken> tokens, int index) {
        if (index == 0) {
            return false;
        }
        SqlToken before = tokens.get(index - 1);
        boolean first = before.is("FROM") || before.is("JOIN") || before.is("ONLY");
        return first || (before.isSymbol(",") && isInFrom(tokens, index));
    }

    /** Returns whether the clause around a token is a {@code FROM}. */
    private static boolean isInFrom(List<SqlToken> tokens, int index) {
        int depth = 0;
        for (int i = index - 1; i >= 0; i--) {
            SqlToken token = tokens.get(i);
            depth += token.isSymbol(")") ? 1 : token.isSymbol("(") ? -1 : 0;
            boolean other =
                    token.is("SELECT")
                            || token.is("WHERE")
                            || token.is("BY")
                            || token.is("HAVING")
                            || token.is("ON");
            if (depth < 0 || (depth == 0 && other)) {
                return false;
            }
            if (depth == 0 && token.is("FROM")) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> found(
            String name, ExpressionScope scope, Predicate<ObjectKind> kinds) {
        for (String schema : scope.session().path()) {
            QualifiedName candidate = QualifiedName.of(schema, name);
            for (SchemaObject object : scope.schema().named(candidate)) {
                if (kinds.test(object.id().kind())) {
                    return schema.isEmpty()
                            ? Optional.empty()
                            : Optional.of(PostgresIdentifiers.write(candidate));
                }
            }
        }
        return Optional.empty();
    }
}
