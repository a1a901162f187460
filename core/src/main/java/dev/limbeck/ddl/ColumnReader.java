package dev.limbeck.ddl;

import dev.limbeck.schema.Generated;
import dev.limbeck.schema.Identity;
import dev.limbeck.schema.NotNull;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.SequenceOptions;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what stands behind the type of a column. */
public final class ColumnReader {
    /** The words that may begin a clause, at which the text of a default ends. */
    public static final Set<String> CLAUSE_WORDS =
            Set.of(
                    "CONSTRAINT",
                    "NOT",
                    "NULL",
                    "DEFAULT",
                    "GENERATED",
                    "COLLATE",
                    "PRIMARY",
                    "UNIQUE",
                    "CHECK",
                    "REFERENCES",
                    "DEFERRABLE",
                    "INITIALLY");

    /** A clause that only some databases know. */
    @FunctionalInterface
    public interface Clause {
        /** Takes the clause if it comes next. */
        boolean read(DdlContext context, TableDraft table, ColumnDraft column);
    }

    /**
     * How a database writes identities and computed columns.
     *
     * @param virtualByDefault whether a computed column is virtual where nothing is said
     */
    public record Habits(boolean virtualByDefault) {}

    private final ConstraintReader constraints;
    private final ConstraintTail tail;
    private final Set<String> stops;
    private final Habits habits;
    private final List<Clause> clauses;

    /**
     * Makes one.
     *
     * @param constraints reads the constraints
     * @param tail reads what follows a {@code NOT NULL}
     * @param moreStops words at which a default ends, beside {@link #CLAUSE_WORDS}
     * @param clauses what else the database knows; tried first
     */
    public ColumnReader(
            ConstraintReader constraints,
            ConstraintTail tail,
            Set<String> moreStops,
            Habits habits,
            List<Clause> clauses) {
        this.constraints = constraints;
        this.tail = tail;
        Set<String> all = new LinkedHashSet<>(CLAUSE_WORDS);
        all.addAll(moreStops);
        this.stops = Set.copyOf(all);
        this.habits = habits;
        this.clauses = List.copyOf(clauses);
    }

    /** Returns the words at which a default ends. */
    public Set<String> stops() {
        return stops;
    }

    /** Takes all clauses up to a comma, a closing parenthesis or the end. */
    public void clauses(DdlContext context, TableDraft table, ColumnDraft column) {
        TokenCursor cursor = context.cursor();
        while (!cursor.atEnd() && !cursor.at(",") && !cursor.at(")")) {
            clause(context, table, column);
        }
    }

    /** Takes one clause, which must come next. */
    public void clause(DdlContext context, TableDraft table, ColumnDraft column) {
        if (!accept(context, table, column)) {
            throw context.cursor().unexpected();
        }
    }

    private boolean accept(DdlContext context, TableDraft table, ColumnDraft column) {
        for (Clause special : clauses) {
            if (special.read(context, table, column)) {
                return true;
            }
        }
        TokenCursor cursor = context.cursor();
        int offset = cursor.offset();
        Optional<PartName> name = ConstraintReader.name(context);
        if (cursor.accept("NOT", "NULL")) {
            ConstraintTail.Said said = tail.read(cursor);
            column.notNull(
                    new ColumnDraft.NotNullDraft(
                            name, new NotNull(PartName.unknown(), said.inherited(), said.state())));
            return true;
        }
        if (cursor.accept("NULL")) {
            return true;
        }
        if (cursor.accept("DEFAULT")) {
            column.defaultText(Texts.until(cursor, stops));
            return true;
        }
        if (cursor.accept("COLLATE")) {
            column.collation(collation(context));
            return true;
        }
        if (cursor.accept("GENERATED")) {
            generated(context, column);
            return true;
        }
        Optional<PartDraft> part = constraints.column(context, offset, name, column.name());
        part.ifPresent(table::add);
        return part.isPresent();
    }

    /** Takes the name of a collation; built-in ones lose their schema. */
    public static QualifiedName collation(DdlContext context) {
        WrittenName written = context.written();
        boolean own =
                written.isQualified() && !context.tools().names().isBuiltIn(written.qualifier());
        return own ? context.qualified(written) : QualifiedName.of(written.name());
    }

    /** Takes an identity or a computation, from behind the word {@code GENERATED}. */
    public void generated(DdlContext context, ColumnDraft column) {
        TokenCursor cursor = context.cursor();
        boolean always = cursor.accept("ALWAYS");
        if (!always) {
            cursor.expect("BY", "DEFAULT");
        }
        boolean onNull = !always && cursor.accept("ON", "NULL");
        cursor.expect("AS");
        if (!always || cursor.at("IDENTITY")) {
            cursor.expect("IDENTITY");
            column.identity(identity(context, generation(always, onNull)));
            column.impliedNotNull();
            return;
        }
        SourceText text = Texts.parenthesized(cursor);
        boolean virtual = cursor.accept("VIRTUAL");
        boolean stored = !virtual && cursor.accept("STORED");
        column.generated(
                text,
                virtual || (habits.virtualByDefault() && !stored)
                        ? Generated.Storage.VIRTUAL
                        : Generated.Storage.STORED);
    }

    private static Identity.Generation generation(boolean always, boolean onNull) {
        if (always) {
            return Identity.Generation.ALWAYS;
        }
        return onNull ? Identity.Generation.BY_DEFAULT_ON_NULL : Identity.Generation.BY_DEFAULT;
    }

    /** Takes how an identity counts, in parentheses, if that is said. */
    public static Identity identity(DdlContext context, Identity.Generation generation) {
        TokenCursor cursor = context.cursor();
        SequenceOptions options = SequenceOptions.defaults();
        if (cursor.accept("(")) {
            while (!cursor.accept(")")) {
                cursor.accept(",");
                if (cursor.accept("SEQUENCE", "NAME")) {
                    context.written();
                    continue;
                }
                SequenceOptions before = options;
                options =
                        SequenceReader.option(context, before)
                                .orElseThrow(() -> cursor.unexpected());
            }
        }
        return new Identity(generation, options);
    }
}
