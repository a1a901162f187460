package dev.limbeck.postgres.ddl.clause;

import dev.limbeck.ddl.ColumnDraft;
import dev.limbeck.ddl.ColumnReader;
import dev.limbeck.ddl.ConstraintReader;
import dev.limbeck.ddl.ConstraintTail;
import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.TableDraft;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.postgres.normal.PostgresPartNames;
import dev.limbeck.postgres.text.PostgresIdentifiers;
import dev.limbeck.postgres.text.PostgresNames;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Reference;
import dev.limbeck.schema.Sequence;
import dev.limbeck.schema.SequenceOptions;
import dev.limbeck.sql.SqlToken;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the definition of a column: name, type, clauses. */
public final class ColumnGrammar {
    private final int major;
    private final ColumnReader reader;
    private final ConstraintReader constraints;

    public ColumnGrammar(int major) {
        this.major = major;
        this.constraints =
                new ConstraintReader(ConstraintTail.standard(), StorageParameters::ofKey);
        this.reader =
                new ColumnReader(
                        constraints,
                        ConstraintTail.standard(),
                        Set.of("COMPRESSION", "ENFORCED"),
                        new ColumnReader.Habits(major >= 18),
                        List.of(ColumnGrammar::storage));
    }

    /** Returns the version of the server. */
    public int major() {
        return major;
    }

    /** Returns the reader of constraints. */
    public ConstraintReader constraints() {
        return constraints;
    }

    /** Returns the reader of what stands behind a type. */
    public ColumnReader reader() {
        return reader;
    }

    /** Takes a column and adds it to a table. */
    public void read(DdlContext context, TableDraft table) {
        int offset = context.cursor().offset();
        String name = context.name();
        context.at(offset);
        ColumnDraft column = typed(context, table, name, offset);
        table.add(column);
        reader.clauses(context, table, column);
    }

    private static ColumnDraft typed(
            DdlContext context, TableDraft table, String name, int offset) {
        int typeOffset = context.cursor().offset();
        Optional<ColumnType> serial = serial(context.cursor());
        if (serial.isEmpty()) {
            return new ColumnDraft(name, offset, StatementTypes.INSTANCE.read(context));
        }
        ColumnType type = StatementTypes.resolved(context, serial.get(), typeOffset);
        ColumnDraft column = new ColumnDraft(name, offset, type);
        column.impliedNotNull();
        QualifiedName sequence =
                table.name()
                        .sibling(PostgresPartNames.sequence(context.schema(), table.name(), name));
        column.madeDefault(nextValue(sequence));
        table.add(
                Sequence.of(sequence)
                        .withCounting(counting(type))
                        .withPersistence(table.persistence())
                        .withOwnedBy(Optional.of(new Sequence.OwningColumn(table.name(), name))));
        return column;
    }

    private static SequenceOptions counting(ColumnType type) {
        return type.equals(ColumnType.of("bigint"))
                ? SequenceOptions.defaults()
                : SequenceOptions.defaults().withType(Optional.of(type));
    }

    /** Returns the default that takes its values from a sequence. */
    static Expression nextValue(QualifiedName sequence) {
        String name = PostgresIdentifiers.write(sequence).replace("'", "''");
        return Expression.of(
                "nextval('" + name + "'::regclass)", List.of(Reference.toSequence(sequence)));
    }

    private static Optional<ColumnType> serial(TokenCursor cursor) {
        SqlToken token = cursor.peek();
        if (token.kind() != SqlToken.Kind.WORD || cursor.peek(1).isSymbol("[")) {
            return Optional.empty();
        }
        String type =
                switch (PostgresNames.INSTANCE.fold(token.text())) {
                    case "serial", "serial4" -> "integer";
                    case "bigserial", "serial8" -> "bigint";
                    case "smallserial", "serial2" -> "smallint";
                    default -> "";
                };
        if (type.isEmpty()) {
            return Optional.empty();
        }
        cursor.next();
        return Optional.of(ColumnType.of(type));
    }

    private static boolean storage(DdlContext context, TableDraft table, ColumnDraft column) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("STORAGE")) {
            option(column, Options.STORAGE, ColumnStorage.storage(cursor, column.type()));
            return true;
        }
        if (cursor.accept("COMPRESSION")) {
            option(column, Options.COMPRESSION, ColumnStorage.compression(context));
            return true;
        }
        return false;
    }

    private static void option(ColumnDraft column, String key, Optional<String> value) {
        value.ifPresent(said -> column.option(key, said));
    }
}
