package dev.limbeck.h2.normal;

import dev.limbeck.h2.model.Counting;
import dev.limbeck.h2.model.H2Nulls;
import dev.limbeck.h2.text.SystemNames;
import dev.limbeck.h2.type.H2Types;
import dev.limbeck.schema.Check;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Constraint;
import dev.limbeck.schema.ConstraintState;
import dev.limbeck.schema.Domain;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.Identity;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.IndexPart;
import dev.limbeck.schema.NotNull;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.SchemaObjectRewriter;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.SequenceOptions;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import dev.limbeck.schema.Unique;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Brings everything about an object to normal form but its texts. */
final class ShapeRewriter extends SchemaObjectRewriter {
    private final Schema schema;

    ShapeRewriter(Schema schema) {
        this.schema = schema;
    }

    @Override
    protected ColumnType type(ColumnType type) {
        return H2Types.canonical(type);
    }

    @Override
    protected Column column(Column column) {
        boolean ofDomain = domain(column.type()).isPresent();
        Optional<String> inheritedComment =
                domain(column.type()).flatMap(found -> found.details().comment());
        Column shaped =
                column.withNotNull(column.notNull().map(any -> NotNull.plain()))
                        .withComment(
                                column.comment()
                                        .filter(
                                                text ->
                                                        !inheritedComment.equals(
                                                                Optional.of(text))))
                        .withCollation(Optional.empty());
        if (!ofDomain && column.defaultValue().filter(ShapeRewriter::isNull).isPresent()) {
            shaped = shaped.withDefault(Optional.empty());
        }
        return shaped.withIdentity(column.identity().map(identity -> shaped(column, identity)));
    }

    private static boolean isNull(Expression value) {
        return value.source().equalsIgnoreCase("NULL");
    }

    private Optional<SchemaObject> domain(ColumnType type) {
        return H2Types.isBuiltIn(type.name())
                ? Optional.empty()
                : schema.find(ObjectId.of(ObjectKind.DOMAIN, type.name()));
    }

    private Identity shaped(Column column, Identity identity) {
        ColumnType counted = column.type();
        if (domain(counted).orElse(null) instanceof Domain domain) {
            counted = domain.type();
        }
        SequenceOptions options = identity.sequence().withType(Optional.empty());
        return identity.withSequence(new Counting(H2Types.canonical(counted)).canonical(options));
    }

    @Override
    protected TablePart part(TablePart part) {
        TablePart named = part.withName(SystemNames.of(part.name()));
        if (named instanceof Index index) {
            return shaped(index);
        }
        if (named instanceof Unique unique) {
            Options options = shaped(unique.key().options(), unique.key().columns().size());
            return unique.withKey(unique.key().withOptions(options))
                    .withState(ConstraintState.normal());
        }
        return named instanceof Constraint constraint
                ? constraint.withState(ConstraintState.normal())
                : named;
    }

    private static Options shaped(Options options, int columns) {
        return columns == 1 ? options.without(H2Nulls.OPTION) : options;
    }

    private static Index shaped(Index index) {
        List<IndexPart> parts = new ArrayList<>();
        for (IndexPart part : index.parts()) {
            IndexPart.Nulls usual =
                    part.descending() ? IndexPart.Nulls.LAST : IndexPart.Nulls.FIRST;
            parts.add(
                    part.withNulls(part.nulls().filter(nulls -> nulls != usual))
                            .withPrefixLength(OptionalInt.empty()));
        }
        return index.withParts(parts, index.include(), index.where())
                .withOptions(shaped(index.options(), parts.size()));
    }

    /** Returns an object with what only the whole of it tells. */
    SchemaObject shaped(SchemaObject object) {
        SchemaObject rewritten = rewrite(object);
        if (rewritten instanceof Sequence sequence) {
            return sequence.withCounting(
                    Counting.of(sequence.counting()).canonical(sequence.counting()));
        }
        if (rewritten instanceof Domain domain) {
            List<Check> checks = new ArrayList<>();
            for (Check check : domain.constraints()) {
                checks.add(
                        check.withName(SystemNames.of(check.name()))
                                .withState(ConstraintState.normal()));
            }
            return domain.withConstraints(checks);
        }
        return rewritten instanceof Table table ? withImpliedNotNulls(table) : rewritten;
    }

    /** Columns of a primary key, and those that count, hold no nulls. */
    private static Table withImpliedNotNulls(Table table) {
        Set<String> key = new HashSet<>();
        table.parts(PrimaryKey.class).forEach(primary -> key.addAll(primary.key().columns()));
        return table.withColumns(
                table.columns().stream()
                        .map(
                                column ->
                                        key.contains(column.name()) || column.identity().isPresent()
                                                ? column.withNotNull(Optional.of(NotNull.plain()))
                                                : column)
                        .toList());
    }
}
