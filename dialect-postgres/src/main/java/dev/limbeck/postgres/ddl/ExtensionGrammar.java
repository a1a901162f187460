package dev.limbeck.postgres.ddl;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.StatementNotes;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.diff.ObjectChange;
import dev.limbeck.postgres.ddl.clause.Rest;
import dev.limbeck.schema.Extension;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.sql.SqlToken;
import java.util.Optional;

/** Reads extensions, from behind the word {@code EXTENSION}. */
final class ExtensionGrammar {
    /** Every database has it from the start. */
    private static final String ALWAYS_THERE = "plpgsql";

    void create(DdlContext context) {
        TokenCursor cursor = context.cursor();
        cursor.name("CREATE EXTENSION");
        boolean ifNotExists = cursor.accept("IF", "NOT", "EXISTS");
        int offset = cursor.offset();
        String name = context.name();
        cursor.accept("WITH");
        Optional<String> schema =
                Optional.of(context.session().made(name).schema()).filter(home -> !home.isEmpty());
        Optional<String> version = Optional.empty();
        while (!cursor.atEnd()) {
            if (cursor.accept("SCHEMA")) {
                schema =
                        Optional.of(context.schemaName(context.name()))
                                .filter(home -> !home.isEmpty());
            } else if (cursor.accept("VERSION")) {
                version = Optional.of(version(context));
            } else if (cursor.accept("FROM")) {
                version(context);
            } else {
                cursor.expect("CASCADE");
            }
        }
        Extension extension = new Extension(name, schema, version, Extension.of(name).details());
        boolean exists = context.schema().find(extension.id()).isPresent();
        if (name.equals(ALWAYS_THERE) || (ifNotExists && exists)) {
            return;
        }
        context.at(offset);
        context.element(0, extension.id());
        context.change(new ObjectChange.Create(extension));
    }

    private static String version(DdlContext context) {
        return context.cursor().peek().kind() == SqlToken.Kind.STRING
                ? context.string()
                : context.names().label();
    }

    void alter(DdlContext context) {
        TokenCursor cursor = context.cursor();
        cursor.name("ALTER EXTENSION");
        int offset = cursor.offset();
        String name = context.name();
        context.at(offset);
        ObjectId id = ObjectId.of(ObjectKind.EXTENSION, QualifiedName.of(name));
        Optional<SchemaObject> found = context.schema().find(id);
        if (cursor.accept("UPDATE")) {
            Optional<String> version =
                    cursor.accept("TO") ? Optional.of(version(context)) : Optional.empty();
            found.map(Extension.class::cast)
                    .ifPresent(before -> change(context, before, before.withVersion(version)));
        } else if (cursor.accept("SET", "SCHEMA")) {
            String schema = context.schemaName(context.name());
            found.map(Extension.class::cast)
                    .ifPresent(
                            before ->
                                    change(
                                            context,
                                            before,
                                            new Extension(
                                                    name,
                                                    Optional.of(schema)
                                                            .filter(home -> !home.isEmpty()),
                                                    before.version(),
                                                    before.details())));
        } else if (cursor.at("ADD") || cursor.at("DROP")) {
            StatementNotes.notModelled(context, offset, "what belongs to an extension");
            Rest.pass(cursor);
            return;
        } else {
            throw cursor.unexpected();
        }
        if (found.isEmpty() && !name.equals(ALWAYS_THERE)) {
            throw context.missing(offset, "extension " + name);
        }
    }

    private static void change(DdlContext context, Extension before, Extension after) {
        if (!before.equals(after)) {
            context.change(new ObjectChange.Alter(before, after));
        }
    }
}
