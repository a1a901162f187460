package dev.limbeck.postgres.ddl.table;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.StatementNotes;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.ddl.WrittenName;
import dev.limbeck.diff.PartChange;
import dev.limbeck.postgres.ddl.clause.Rest;
import dev.limbeck.postgres.ddl.clause.StorageParameters;
import dev.limbeck.postgres.model.IdentitySequences;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.Exclusion;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.Inheritance;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.PartKind;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.TablePart;
import java.util.List;
import java.util.Optional;

/** Alters what bears a name among the tables without being one: sequences and indexes. */
public final class OtherRelations {
    /** An index or a key, and the relation it belongs to. */
    public record Found(ObjectId owner, TablePart part) {}

    private final SequenceGrammar sequences;

    public OtherRelations(SequenceGrammar sequences) {
        this.sequences = sequences;
    }

    /** Takes what is altered, from behind the name, where it names a sequence or an index. */
    boolean alter(DdlContext context, WrittenName written) {
        QualifiedName name = context.existingOf(written, kind -> kind == ObjectKind.SEQUENCE);
        Optional<Sequence> sequence = context.schema().sequence(name);
        if (sequence.isPresent()) {
            sequences.alter(context, sequence.get());
            return true;
        }
        Optional<Found> index = find(context, written);
        index.ifPresent(found -> alter(context, found));
        if (index.isEmpty() && IdentitySequences.isOne(context, name)) {
            Rest.pass(context.cursor());
            return true;
        }
        return index.isPresent();
    }

    /** Takes {@code ALTER INDEX}, from behind the word {@code INDEX}. */
    public void alterIndex(DdlContext context) {
        TokenCursor cursor = context.cursor();
        cursor.name("ALTER INDEX");
        if (cursor.accept("ALL", "IN", "TABLESPACE")) {
            StatementNotes.notModelled(context, 0, "moving all indexes of a tablespace");
            Rest.pass(cursor);
            return;
        }
        boolean ifExists = cursor.accept("IF", "EXISTS");
        WrittenName written = context.written();
        context.at(written.offset());
        Optional<Found> found = find(context, written);
        if (found.isPresent()) {
            alter(context, found.get());
        } else if (ifExists) {
            Rest.pass(cursor);
        } else if (cursor.at("ATTACH", "PARTITION")) {
            attachFurther(context);
        } else if (!alter(context, written)) {
            throw context.missing(written.offset(), "index " + written.name());
        }
    }

    /** Takes an index that becomes part of one which is itself part of another. */
    private static void attachFurther(DdlContext context) {
        context.cursor().expect("ATTACH", "PARTITION");
        WrittenName written = context.written();
        Optional<Found> child = find(context, written);
        boolean partition =
                child.flatMap(found -> context.schema().table(found.owner().name()))
                        .filter(table -> table.partitionOf().isPresent())
                        .isPresent();
        if (!partition) {
            throw context.missing(written.offset(), "index " + written.name());
        }
        context.change(new PartChange.Drop(child.get().owner(), child.get().part()));
    }

    /** Returns the index, or the key whose index it is, of a name. */
    public static Optional<Found> find(DdlContext context, WrittenName written) {
        List<String> schemas =
                written.isQualified()
                        ? List.of(context.schemaName(written.qualifier()))
                        : context.session().path();
        for (String schema : schemas) {
            QualifiedName name = QualifiedName.of(schema, written.name());
            for (PartKind kind : List.of(PartKind.INDEX, PartKind.CONSTRAINT)) {
                for (ObjectId owner : context.schema().ownersOf(kind, name)) {
                    Relation relation = (Relation) context.schema().find(owner).orElseThrow();
                    TablePart part = relation.part(kind, name.name()).orElseThrow();
                    if (part instanceof Index || part.uniqueColumns().isPresent()) {
                        return Optional.of(new Found(owner, part));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Returns an index of a relation, or a key whose index it is. */
    static Optional<TablePart> index(Relation relation, String name) {
        return relation.parts().stream()
                .filter(part -> part.name().value().equals(name))
                .filter(
                        part ->
                                part instanceof Index
                                        || part instanceof Exclusion
                                        || part.uniqueColumns().isPresent())
                .findFirst();
    }

    private static void alter(DdlContext context, Found found) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("RENAME", "TO")) {
            PartName name = PartName.of(context.name());
            context.change(new PartChange.Rename(found.owner(), found.part(), name));
            return;
        }
        if (cursor.accept("OWNER", "TO")) {
            context.names().label();
            return;
        }
        if (cursor.accept("ATTACH", "PARTITION")) {
            attach(context, found);
            return;
        }
        if (cursor.accept("ALTER")) {
            cursor.accept("COLUMN");
            cursor.next();
            cursor.expect("SET", "STATISTICS");
            context.number();
            StatementNotes.notModelled(context, cursor.offset(), "a statistics target of an index");
            return;
        }
        if (cursor.accept("NO") || cursor.at("DEPENDS")) {
            cursor.expect("DEPENDS", "ON", "EXTENSION");
            context.name();
            StatementNotes.notModelled(context, 0, "that an index depends on an extension");
            return;
        }
        stored(context, found);
    }

    private static void stored(DdlContext context, Found found) {
        TokenCursor cursor = context.cursor();
        Options before = options(found.part());
        Options after;
        if (cursor.accept("SET", "TABLESPACE")) {
            after = StorageParameters.tablespace(context, before);
        } else if (cursor.accept("SET")) {
            after = StorageParameters.read(context, before);
        } else {
            cursor.expect("RESET");
            after = StorageParameters.reset(context, before);
        }
        if (!before.equals(after)) {
            context.change(
                    new PartChange.Alter(found.owner(), found.part(), with(found.part(), after)));
        }
    }

    private static Options options(TablePart part) {
        return part instanceof Index index
                ? index.options()
                : KeyIndexes.options((Constraint) part);
    }

    private static TablePart with(TablePart part, Options options) {
        return part instanceof Index index
                ? index.withOptions(options)
                : KeyIndexes.with((Constraint) part, options);
    }

    /**
     * An index that becomes part of its parent's is not listed any more; once no partition has one
     * of its own, the parent's is complete.
     */
    private static void attach(DdlContext context, Found parent) {
        WrittenName written = context.written();
        Optional<Found> child = find(context, written);
        if (child.isEmpty()) {
            throw context.missing(written.offset(), "index " + written.name());
        }
        context.change(new PartChange.Drop(child.get().owner(), child.get().part()));
        if (parent.part() instanceof Index index && !index.valid()) {
            boolean waiting =
                    Inheritance.children(context.schema(), parent.owner().name()).stream()
                            .flatMap(table -> table.indexes().stream())
                            .anyMatch(own -> own.withValid(false).sameDefinition(index));
            if (!waiting) {
                context.change(new PartChange.Alter(parent.owner(), index, index.withValid(true)));
            }
        }
    }
}
