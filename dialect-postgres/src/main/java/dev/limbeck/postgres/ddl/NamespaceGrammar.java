package dev.limbeck.postgres.ddl;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.DdlSession;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.diff.ObjectChange;
import dev.limbeck.schema.Namespace;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.QualifiedName;
import java.util.List;
import java.util.function.Consumer;

/** Reads schemas, from behind the word {@code SCHEMA}. */
final class NamespaceGrammar {
    private final Consumer<DdlContext> elements;

    /**
     * Makes one.
     *
     * @param elements reads a statement that makes something in the new schema
     */
    NamespaceGrammar(Consumer<DdlContext> elements) {
        this.elements = elements;
    }

    void create(DdlContext context) {
        TokenCursor cursor = context.cursor();
        cursor.name("CREATE SCHEMA");
        boolean ifNotExists = cursor.accept("IF", "NOT", "EXISTS");
        int offset = cursor.offset();
        boolean unnamed = cursor.accept("AUTHORIZATION");
        String name = context.schemaName(context.names().label());
        if (!unnamed && cursor.accept("AUTHORIZATION")) {
            context.names().label();
        }
        context.at(offset);
        boolean exists =
                name.isEmpty() || context.schema().find(ObjectId.namespace(name)).isPresent();
        if (!name.isEmpty() && !(ifNotExists && exists)) {
            context.element(0, ObjectId.namespace(name));
            context.change(new ObjectChange.Create(Namespace.of(name)));
        }
        if (!cursor.atEnd()) {
            DdlSession session = context.session();
            context.session(session.withPath(List.of(name)));
            elements.accept(context);
            context.session(session);
        }
    }

    void alter(DdlContext context) {
        TokenCursor cursor = context.cursor();
        cursor.name("ALTER SCHEMA");
        int offset = cursor.offset();
        String name = context.schemaName(context.name());
        context.at(offset);
        if (cursor.accept("OWNER", "TO")) {
            context.names().label();
            return;
        }
        cursor.expect("RENAME", "TO");
        String newName = context.name();
        if (name.isEmpty()) {
            throw cursor.problem(offset, "the default schema can't be renamed here");
        }
        context.change(
                new ObjectChange.Rename(ObjectId.namespace(name), QualifiedName.of(newName)));
    }
}
