package dev.limbeck.ddl;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.Inheritance;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Reference;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Table;
import dev.limbeck.sql.SqlLexicon;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds what a text refers to by its words alone: each name that an object or a column bears is
 * taken to mean it. Finds too much rather than too little.
 */
public final class WordReferences implements ExpressionReader {
    private final SqlLexicon lexicon;
    private final NameRules names;

    public WordReferences(SqlLexicon lexicon, NameRules names) {
        this.lexicon = lexicon;
        this.names = names;
    }

    @Override
    public Expression read(String text, ExpressionScope scope) {
        List<SqlToken> tokens = SqlTokenizer.significant(text, lexicon);
        Set<Reference> found = new TreeSet<>();
        List<Relation> relations = new ArrayList<>();
        Set<String> words = new TreeSet<>();
        for (int i = 0; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            if (token.kind() == SqlToken.Kind.STRING) {
                inString(token, scope, found);
            } else if (isName(token)) {
                // What follows AS is a new name or a type, no column.
                if (i == 0 || !tokens.get(i - 1).is("AS")) {
                    words.add(name(token));
                }
                objects(tokens, i, scope, found, relations);
            }
        }
        scope.relation()
                .ifPresent(
                        own ->
                                scope.columns().stream()
                                        .filter(words::contains)
                                        .forEach(
                                                column ->
                                                        found.add(
                                                                Reference.toColumn(own, column))));
        for (Relation relation : relations) {
            columnsOf(relation, scope).stream()
                    .filter(words::contains)
                    .forEach(column -> found.add(Reference.toColumn(relation.name(), column)));
        }
        return Expression.of(text, found);
    }

    private static List<String> columnsOf(Relation relation, ExpressionScope scope) {
        return relation instanceof Table table
                ? Inheritance.columns(scope.schema(), table).stream().map(Column::name).toList()
                : relation.columnNames();
    }

    private static boolean isName(SqlToken token) {
        return token.kind() == SqlToken.Kind.WORD
                || token.kind() == SqlToken.Kind.QUOTED_IDENTIFIER;
    }

    private String name(SqlToken token) {
        return token.kind() == SqlToken.Kind.WORD
                ? names.fold(token.text())
                : Strings.identifier(token.text());
    }

    private void objects(
            List<SqlToken> tokens,
            int index,
            ExpressionScope scope,
            Set<Reference> found,
            List<Relation> relations) {
        SqlToken token = tokens.get(index);
        boolean qualified = index > 1 && tokens.get(index - 1).isSymbol(".");
        boolean called = index + 1 < tokens.size() && tokens.get(index + 1).isSymbol("(");
        List<String> path =
                qualified ? List.of(home(name(tokens.get(index - 2)))) : scope.session().path();
        for (String schema : path) {
            QualifiedName candidate = QualifiedName.of(schema, name(token));
            for (SchemaObject object : scope.schema().named(candidate)) {
                object(object, called, found, relations);
            }
        }
    }

    private String home(String schema) {
        return schema.equals(names.defaultSchema()) ? "" : schema;
    }

    private static void object(
            SchemaObject object, boolean called, Set<Reference> found, List<Relation> relations) {
        ObjectId id = object.id();
        if (object instanceof Relation relation && !called) {
            relations.add(relation);
            found.add(Reference.toRelation(id.name()));
            return;
        }
        switch (id.kind()) {
            case ROUTINE -> {
                if (called) {
                    found.add(Reference.toRoutine(id.name()));
                }
            }
            case ENUM_TYPE, DOMAIN, COMPOSITE_TYPE -> found.add(Reference.toType(id.name()));
            case SEQUENCE -> found.add(Reference.toSequence(id.name()));
            default -> {
                // Other things aren't named in expressions.
            }
        }
    }

    /** Takes a string for the name of a sequence, where it is one. */
    private void inString(SqlToken token, ExpressionScope scope, Set<Reference> found) {
        List<SqlToken> inside = SqlTokenizer.significant(Strings.value(token.text()), lexicon);
        if (inside.isEmpty() || inside.size() > 3 || !isName(inside.get(inside.size() - 1))) {
            return;
        }
        String name = name(inside.get(inside.size() - 1));
        if (name.isEmpty()) {
            return;
        }
        List<String> path =
                inside.size() == 3 ? List.of(home(name(inside.get(0)))) : scope.session().path();
        for (String schema : path) {
            QualifiedName candidate = QualifiedName.of(schema, name);
            if (scope.schema().sequence(candidate).isPresent()) {
                found.add(Reference.toSequence(candidate));
                return;
            }
        }
    }
}
