package dev.limbeck.postgres.ddl;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.Texts;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.ddl.WrittenName;
import dev.limbeck.postgres.text.PostgresIdentifiers;
import dev.limbeck.postgres.type.PostgresTypes;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Routine.Argument;
import dev.limbeck.schema.Routine.Mode;
import dev.limbeck.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of objects that are kept as text. */
enum OpaqueKind {
    AGGREGATE("AGGREGATE", Home.SCHEMA, Naming.ARGUMENTS),
    OPERATOR_CLASS("OPERATOR CLASS", Home.SCHEMA, Naming.METHOD),
    OPERATOR_FAMILY("OPERATOR FAMILY", Home.SCHEMA, Naming.METHOD),
    OPERATOR("OPERATOR", Home.SCHEMA, Naming.OPERATOR),
    CAST("CAST", Home.DATABASE, Naming.CAST),
    TRANSFORM("TRANSFORM", Home.DATABASE, Naming.TRANSFORM),
    COLLATION("COLLATION", Home.SCHEMA, Naming.PLAIN),
    CONVERSION("CONVERSION", Home.SCHEMA, Naming.PLAIN),
    STATISTICS("STATISTICS", Home.SCHEMA, Naming.PLAIN),
    TEXT_SEARCH_CONFIGURATION("TEXT SEARCH CONFIGURATION", Home.SCHEMA, Naming.PLAIN),
    TEXT_SEARCH_DICTIONARY("TEXT SEARCH DICTIONARY", Home.SCHEMA, Naming.PLAIN),
    TEXT_SEARCH_PARSER("TEXT SEARCH PARSER", Home.SCHEMA, Naming.PLAIN),
    TEXT_SEARCH_TEMPLATE("TEXT SEARCH TEMPLATE", Home.SCHEMA, Naming.PLAIN),
    FOREIGN_TABLE("FOREIGN TABLE", Home.SCHEMA, Naming.PLAIN),
    FOREIGN_DATA_WRAPPER("FOREIGN DATA WRAPPER", Home.DATABASE, Naming.PLAIN),
    SERVER("SERVER", Home.DATABASE, Naming.PLAIN),
    USER_MAPPING("USER MAPPING", Home.DATABASE, Naming.MAPPING),
    ACCESS_METHOD("ACCESS METHOD", Home.DATABASE, Naming.PLAIN),
    EVENT_TRIGGER("EVENT TRIGGER", Home.DATABASE, Naming.PLAIN),
    PUBLICATION("PUBLICATION", Home.DATABASE, Naming.PLAIN),
    SUBSCRIPTION("SUBSCRIPTION", Home.DATABASE, Naming.PLAIN),
    LANGUAGE("LANGUAGE", Home.DATABASE, Naming.PLAIN);

    private enum Home {
        SCHEMA,
        DATABASE
    }

    private enum Naming {
        PLAIN,
        ARGUMENTS,
        OPERATOR,
        METHOD,
        CAST,
        TRANSFORM,
        MAPPING
    }

    private final String words;
    private final Home home;
    private final Naming naming;

    OpaqueKind(String words, Home home, Naming naming) {
        this.words = words;
        this.home = home;
        this.naming = naming;
    }

    String words() {
        return words;
    }

    /** Returns the kind as the model has it. */
    String type() {
        return words.toLowerCase(Locale.ROOT);
    }

    /** Takes the words for a kind if they come next. */
    static Optional<OpaqueKind> read(TokenCursor cursor) {
        for (OpaqueKind kind : values()) {
            if (cursor.accept(kind.words.split(" "))) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** Takes the name of a new object. */
    QualifiedName made(DdlContext context) {
        return switch (naming) {
            case PLAIN -> home(context, context.written());
            case ARGUMENTS -> aggregate(context);
            case OPERATOR -> operator(context);
            case METHOD -> ofMethod(context);
            case CAST -> cast(context);
            case TRANSFORM -> transform(context);
            case MAPPING -> mapping(context);
        };
    }

    /** Takes the name of an object and returns the object, if it is there. */
    Optional<SchemaObject> existing(DdlContext context) {
        QualifiedName made = made(context);
        if (naming == Naming.METHOD && context.cursor().accept("USING")) {
            context.name();
        }
        for (String schema : context.session().path()) {
            QualifiedName name =
                    home == Home.SCHEMA && made.inDefaultSchema()
                            ? QualifiedName.of(schema, made.name())
                            : made;
            Optional<SchemaObject> found =
                    context.schema().find(new ObjectId(ObjectKind.OPAQUE, name, type()));
            if (found.isPresent()) {
                return found;
            }
        }
        return context.schema().find(new ObjectId(ObjectKind.OPAQUE, made, type()));
    }

    private QualifiedName home(DdlContext context, WrittenName written) {
        return home == Home.SCHEMA ? context.made(written) : QualifiedName.of(written.name());
    }

    private static QualifiedName aggregate(DdlContext context) {
        TokenCursor cursor = context.cursor();
        QualifiedName name = context.made(context.written());
        String arguments = "*";
        if (cursor.at("(", "*", ")")) {
            cursor.expect("(", "*", ")");
        } else if (cursor.at("(") && !isOldStyle(cursor)) {
            arguments = arguments(context);
        }
        return name.sibling(PostgresIdentifiers.write(name.name()) + "(" + arguments + ")");
    }

    /** Returns whether parentheses hold settings and not arguments. */
    private static boolean isOldStyle(TokenCursor cursor) {
        return cursor.peek(2).isSymbol("=");
    }

    private static String arguments(DdlContext context) {
        List<String> all = new ArrayList<>();
        for (Argument argument : RoutineArguments.list(context, Mode.IN)) {
            String name =
                    argument.name().isEmpty()
                            ? ""
                            : PostgresIdentifiers.write(argument.name()) + " ";
            String mode = argument.mode() == Mode.VARIADIC ? "VARIADIC " : "";
            all.add(mode + name + formatted(argument.type()));
        }
        return String.join(", ", all);
    }

    /** Returns a type as {@code format_type} writes it. */
    private static String formatted(ColumnType type) {
        return PostgresTypes.formatted(type);
    }

    private static QualifiedName operator(DdlContext context) {
        TokenCursor cursor = context.cursor();
        StringBuilder symbol = new StringBuilder();
        Optional<String> schema = Optional.empty();
        while (!cursor.atEnd() && !cursor.at("(")) {
            if (cursor.peek(1).isSymbol(".")) {
                schema = Optional.of(context.schemaName(context.name()));
                cursor.expect(".");
            } else {
                symbol.append(cursor.next().text());
            }
        }
        String name = symbol + " " + operands(context);
        return schema.map(home -> QualifiedName.of(home, name))
                .orElseGet(() -> context.session().made(name));
    }

    /** Takes the operands, from a list of types or from settings. */
    private static String operands(DdlContext context) {
        TokenCursor cursor = context.cursor();
        int start = cursor.mark();
        cursor.expect("(");
        String left = "NONE";
        String right = "NONE";
        if (!cursor.peek(1).isSymbol("=")) {
            left = cursor.accept("NONE") ? "NONE" : operand(context);
            cursor.expect(",");
            right = cursor.accept("NONE") ? "NONE" : operand(context);
            cursor.expect(")");
            return "(" + left + ", " + right + ")";
        }
        while (!cursor.accept(")")) {
            if (cursor.accept("LEFTARG", "=")) {
                left = operand(context);
            } else if (cursor.accept("RIGHTARG", "=")) {
                right = operand(context);
            } else if (cursor.at("(")) {
                Texts.pass(cursor);
            } else {
                cursor.next();
            }
        }
        cursor.go(start);
        return "(" + left + ", " + right + ")";
    }

    private static String operand(DdlContext context) {
        return formatted(RoutineArguments.type(context));
    }

    private static QualifiedName ofMethod(DdlContext context) {
        TokenCursor cursor = context.cursor();
        QualifiedName name = context.made(context.written());
        int start = cursor.mark();
        while (!cursor.atEnd() && !cursor.at("USING")) {
            cursor.next();
        }
        String method = cursor.accept("USING") ? context.name() : "btree";
        cursor.go(start);
        return name.sibling(PostgresIdentifiers.write(name.name()) + " USING " + method);
    }

    private static QualifiedName cast(DdlContext context) {
        TokenCursor cursor = context.cursor();
        cursor.expect("(");
        String from = operand(context);
        cursor.expect("AS");
        String to = operand(context);
        cursor.expect(")");
        return QualifiedName.of("(" + from + " AS " + to + ")");
    }

    private static QualifiedName transform(DdlContext context) {
        TokenCursor cursor = context.cursor();
        cursor.expect("FOR");
        String type = operand(context);
        cursor.expect("LANGUAGE");
        return QualifiedName.of("FOR " + type + " LANGUAGE " + context.name());
    }

    private static QualifiedName mapping(DdlContext context) {
        TokenCursor cursor = context.cursor();
        cursor.expect("FOR");
        String role = context.names().label();
        cursor.expect("SERVER");
        return QualifiedName.of("FOR " + role + " SERVER " + context.name());
    }
}
