package dev.limbeck.mysql.render;

import dev.limbeck.mysql.server.ServerFeature;
import dev.limbeck.mysql.server.ServerVersion;
import dev.limbeck.mysql.text.MySqlIdentifiers;
import dev.limbeck.mysql.text.MySqlLiterals;
import dev.limbeck.mysql.type.MySqlTypes;
import dev.limbeck.schema.CompositeType;
import dev.limbeck.schema.Domain;
import dev.limbeck.schema.EnumType;
import dev.limbeck.schema.Extension;
import dev.limbeck.schema.MaterializedView;
import dev.limbeck.schema.Namespace;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.OpaqueObject;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.Routine;
import dev.limbeck.schema.SchemaObjectVisitor;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.SequenceOptions;
import dev.limbeck.schema.Synonym;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes the statements that make and drop whole objects. */
final class ObjectSql implements SchemaObjectVisitor<List<String>> {
    private final ServerVersion server;

    ObjectSql(ServerVersion server) {
        this.server = server;
    }

    @Override
    public List<String> namespace(Namespace namespace) {
        return List.of("CREATE DATABASE " + MySqlIdentifiers.write(namespace.name()));
    }

    @Override
    public List<String> extension(Extension extension) {
        throw Refusal.of(server, "extension: " + extension.name());
    }

    @Override
    public List<String> enumType(EnumType type) {
        throw Refusal.of(server, "enum type outside of a column: " + type.name());
    }

    @Override
    public List<String> domain(Domain domain) {
        throw Refusal.of(server, "domain: " + domain.name());
    }

    @Override
    public List<String> compositeType(CompositeType type) {
        throw Refusal.of(server, "composite type: " + type.name());
    }

    @Override
    public List<String> synonym(Synonym synonym) {
        throw Refusal.of(server, "synonym: " + synonym.name());
    }

    @Override
    public List<String> materializedView(MaterializedView view) {
        throw Refusal.of(server, "materialized view: " + view.name());
    }

    @Override
    public List<String> sequence(Sequence sequence) {
        requireSequences(sequence);
        return List.of(
                "CREATE SEQUENCE "
                        + MySqlIdentifiers.write(sequence.name())
                        + counting(sequence.counting()));
    }

    private void requireSequences(Sequence sequence) {
        if (!server.has(ServerFeature.SEQUENCES) || sequence.ownedBy().isPresent()) {
            throw Refusal.of(server, "sequence: " + sequence.name());
        }
    }

    private static String counting(SequenceOptions counting) {
        StringBuilder text = new StringBuilder();
        counting.start().ifPresent(value -> text.append(" START WITH ").append(value));
        counting.increment().ifPresent(value -> text.append(" INCREMENT BY ").append(value));
        counting.minimum().ifPresent(value -> text.append(" MINVALUE ").append(value));
        counting.maximum().ifPresent(value -> text.append(" MAXVALUE ").append(value));
        counting.cache().ifPresent(value -> text.append(" CACHE ").append(value));
        return text.append(counting.cycle() ? " CYCLE" : "").toString();
    }

    @Override
    public List<String> table(Table table) {
        return new TableSql(server).create(table);
    }

    @Override
    public List<String> view(View view) {
        return List.of(view("CREATE ", view));
    }

    /** Returns the statement that makes a view, begun by some words. */
    static String view(String words, View view) {
        Options options = view.options();
        StringBuilder text = new StringBuilder(words);
        options.get("algorithm")
                .ifPresent(
                        algorithm ->
                                text.append("ALGORITHM = ")
                                        .append(algorithm.toUpperCase(Locale.ROOT))
                                        .append(' '));
        options.get("security")
                .ifPresent(
                        who ->
                                text.append("SQL SECURITY ")
                                        .append(who.toUpperCase(Locale.ROOT))
                                        .append(' '));
        text.append("VIEW ").append(MySqlIdentifiers.write(view.name()));
        if (!view.query().aliases().isEmpty()) {
            text.append(" (").append(PartSql.list(view.query().aliases())).append(')');
        }
        text.append(" AS\n").append(view.query().text().source());
        options.get("check_option")
                .ifPresent(
                        how ->
                                text.append("\nWITH ")
                                        .append(how.toUpperCase(Locale.ROOT))
                                        .append(" CHECK OPTION"));
        return text.toString();
    }

    @Override
    public List<String> routine(Routine routine) {
        return List.of(routine("CREATE ", routine));
    }

    /** Returns the statement that makes a routine, begun by some words. */
    String routine(String words, Routine routine) {
        if (routine.language().filter(language -> !language.equals("sql")).isPresent()) {
            throw Refusal.of(
                    server, "routine in " + routine.language().get() + ": " + routine.name());
        }
        boolean procedure = routine.type() == Routine.Type.PROCEDURE;
        StringBuilder text = new StringBuilder(words);
        text.append(routine.type().name()).append(' ');
        text.append(MySqlIdentifiers.write(routine.name()));
        text.append(
                routine.arguments().stream()
                        .map(argument -> argument(argument, procedure))
                        .collect(Collectors.joining(", ", "(", ")")));
        routine.returns().ifPresent(type -> text.append(" RETURNS ").append(type.source()));
        characteristics(routine).forEach(each -> text.append("\n  ").append(each));
        return text.append('\n').append(routine.body().source()).toString();
    }

    private static String argument(Routine.Argument argument, boolean procedure) {
        boolean plain = !procedure || argument.mode() == Routine.Mode.IN;
        return (plain ? "" : argument.mode().name() + " ")
                + MySqlIdentifiers.write(argument.name())
                + " "
                + MySqlTypes.render(argument.type());
    }

    /** Returns what a routine says of itself beside what it does. */
    static List<String> characteristics(Routine routine) {
        List<String> all = new ArrayList<>();
        Options options = routine.options();
        if (options.has("deterministic")) {
            all.add("DETERMINISTIC");
        }
        options.get("data_access").ifPresent(access -> all.add(access.toUpperCase(Locale.ROOT)));
        options.get("security")
                .ifPresent(who -> all.add("SQL SECURITY " + who.toUpperCase(Locale.ROOT)));
        routine.details()
                .comment()
                .ifPresent(note -> all.add("COMMENT " + MySqlLiterals.string(note)));
        return all;
    }

    @Override
    public List<String> opaque(OpaqueObject object) {
        return List.of(object.definition().source());
    }

    /** Returns the statement that drops an object. */
    static String drop(ObjectId id, String noun) {
        return "DROP " + noun + " " + MySqlIdentifiers.write(id.name());
    }
}
