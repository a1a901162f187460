package dev.limbeck.ddl;

import dev.limbeck.schema.Column;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.Generated;
import dev.limbeck.schema.Identity;
import dev.limbeck.schema.NotNull;
import dev.limbeck.schema.Options;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.QualifiedName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A column being read. Its texts wait until all columns of the table are known. Not thread-safe.
 */
public final class ColumnDraft {
    /**
     * That a column shall hold no nulls.
     *
     * @param name the name written for that
     * @param made what the server makes of it but for the name
     */
    public record NotNullDraft(Optional<PartName> name, NotNull made) {}

    private final String name;
    private final int offset;
    private final ColumnType type;
    private Optional<NotNullDraft> notNull = Optional.empty();
    private Optional<SourceText> defaultText = Optional.empty();
    private Optional<Expression> madeDefault = Optional.empty();
    private Optional<SourceText> generatedText = Optional.empty();
    private Generated.Storage storage = Generated.Storage.STORED;
    private Optional<Identity> identity = Optional.empty();
    private Optional<QualifiedName> collation = Optional.empty();
    private Optional<String> comment = Optional.empty();
    private Options options = Options.none();
    private @Nullable Column like;

    /**
     * Begins a column.
     *
     * @param offset where its definition begins
     */
    public ColumnDraft(String name, int offset, ColumnType type) {
        this.name = name;
        this.offset = offset;
        this.type = type;
    }

    /** Begins a column that starts out like another. */
    public static ColumnDraft like(Column column, int offset) {
        ColumnDraft draft = new ColumnDraft(column.name(), offset, column.type());
        draft.like = column;
        return draft;
    }

    public String name() {
        return name;
    }

    public int offset() {
        return offset;
    }

    public ColumnType type() {
        return type;
    }

    /** Says that it holds no nulls. */
    public void notNull(NotNullDraft draft) {
        notNull = Optional.of(draft);
    }

    /** Says that it holds no nulls, unless that was said already. */
    public void impliedNotNull() {
        if (notNull.isEmpty()) {
            notNull = Optional.of(new NotNullDraft(Optional.empty(), NotNull.plain()));
        }
    }

    /** Gives it a default; {@code NULL} is none. */
    public void defaultText(SourceText text) {
        defaultText = text.text().equalsIgnoreCase("NULL") ? Optional.empty() : Optional.of(text);
    }

    /** Gives it a default that nobody wrote. */
    public void madeDefault(Expression expression) {
        madeDefault = Optional.of(expression);
    }

    /** Makes it computed. */
    public void generated(SourceText text, Generated.Storage where) {
        generatedText = Optional.of(text);
        storage = where;
    }

    public void identity(Identity made) {
        identity = Optional.of(made);
    }

    public void collation(QualifiedName named) {
        collation = Optional.of(named);
    }

    public void comment(String text) {
        comment = Optional.of(text).filter(filled -> !filled.isEmpty());
    }

    public void option(String key, String value) {
        options = options.with(key, value);
    }

    /** Returns what was said about nulls. */
    Optional<NotNullDraft> notNull() {
        return notNull;
    }

    /** Returns the column but for what it says about nulls. */
    Column column(DdlContext context, ExpressionScope scope) {
        Column base = like == null ? Column.of(name, type) : like;
        Column column =
                base.withDefault(
                        defaultText
                                .map(text -> context.expression(text, scope))
                                .or(() -> madeDefault)
                                .or(base::defaultValue));
        column =
                column.withGenerated(
                        generatedText
                                .map(
                                        text ->
                                                new Generated(
                                                        context.expression(text, scope), storage))
                                .or(base::generated));
        column = column.withIdentity(identity.or(base::identity));
        column = column.withCollation(collation.or(base::collation));
        column = column.withComment(comment.or(base::comment));
        for (var entry : options.values().entrySet()) {
            column = column.withOptions(column.options().with(entry.getKey(), entry.getValue()));
        }
        return column;
    }
}
