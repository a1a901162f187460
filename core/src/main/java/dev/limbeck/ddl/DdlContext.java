package dev.limbeck.ddl;

import dev.limbeck.diff.SchemaChange;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.SchemaException;
import dev.limbeck.error.Suggestion;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.Inheritance;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.PartId;
import dev.limbeck.schema.PartKind;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaEditor;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Table;
import dev.limbeck.sql.SqlToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * One statement being read: its tokens, the schema as the changes found so far leave it, and what
 * comes of it. Not thread-safe.
 */
public final class DdlContext {
    private final TokenCursor cursor;
    private final DdlTools tools;
    private final Names names;
    private final Schema before;
    private final SchemaEditor editor;
    private final List<SchemaChange> changes = new ArrayList<>();
    private final List<DdlFinding> findings = new ArrayList<>();
    private final List<DdlElement> elements = new ArrayList<>();
    private final DdlSession sessionBefore;
    private DdlSession session;
    private int place;

    private DdlContext(String text, Schema before, DdlSession session, DdlTools tools) {
        this.cursor = new TokenCursor(text, tools.lexicon());
        this.tools = tools;
        this.names = new Names(cursor, tools.names());
        this.before = before;
        this.editor = new SchemaEditor(before, tools.rules());
        this.sessionBefore = session;
        this.session = session;
    }

    /**
     * Reads a statement with a grammar. Where the grammar doesn't understand it, or the schema
     * refuses a change, that is a finding and the statement changes nothing.
     */
    public static DdlReading read(
            String text,
            Schema before,
            DdlSession session,
            DdlTools tools,
            Consumer<DdlContext> grammar) {
        DdlContext context = new DdlContext(text, before, session, tools);
        try {
            grammar.accept(context);
            context.cursor.requireEnd();
            return context.reading();
        } catch (DdlSyntaxException problem) {
            return context.failed(List.of(problem.finding()));
        } catch (SchemaException refusal) {
            return context.failed(
                    refusal.diagnostics().stream()
                            .map(found -> new DdlFinding(context.place, found))
                            .toList());
        }
    }

    private DdlReading reading() {
        return new DdlReading(changes, schema(), findings, elements, session);
    }

    private DdlReading failed(List<DdlFinding> reasons) {
        List<DdlFinding> all = new ArrayList<>(findings);
        all.addAll(reasons);
        return new DdlReading(List.of(), before, all, List.of(), sessionBefore);
    }

    public TokenCursor cursor() {
        return cursor;
    }

    public DdlTools tools() {
        return tools;
    }

    /** Returns the reader of names. */
    public Names names() {
        return names;
    }

    /** Returns the schema as the changes so far leave it. */
    public Schema schema() {
        return editor.snapshot();
    }

    public DdlSession session() {
        return session;
    }

    public void session(DdlSession next) {
        session = next;
    }

    /** Says where in the statement the reason for the changes that follow stands. */
    public void at(int offset) {
        place = offset;
    }

    /** Makes a change. */
    public void change(SchemaChange change) {
        change.applyTo(editor);
        changes.add(change);
    }

    /** Makes changes. */
    public void changeAll(List<? extends SchemaChange> all) {
        all.forEach(this::change);
    }

    /** Reports something at a place. */
    public void find(int offset, Diagnostic diagnostic) {
        findings.add(new DdlFinding(offset, diagnostic));
    }

    /** Says that an object is defined from a place on. */
    public void element(int offset, ObjectId object) {
        elements.add(new DdlElement(offset, object, Optional.empty()));
    }

    /** Says that a part is defined from a place on. */
    public void element(int offset, ObjectId owner, PartKind kind, String name) {
        elements.add(new DdlElement(offset, owner, Optional.of(new PartId(owner, kind, name))));
    }

    /** Takes one name. */
    public String name() {
        return names.name();
    }

    /** Takes a name of an object, qualified or bare. */
    public WrittenName written() {
        return names.written();
    }

    /** Returns the name of something that a statement makes. */
    public QualifiedName made(WrittenName written) {
        return written.isQualified() ? qualified(written) : session.made(written.name());
    }

    /**
     * Returns the name of something that is there: of a bare name, the first in the session's path
     * that exists; where none does, what would be made under that name.
     */
    public QualifiedName existing(WrittenName written, Predicate<QualifiedName> exists) {
        if (written.isQualified()) {
            return qualified(written);
        }
        for (String schemaName : session.path()) {
            QualifiedName candidate = QualifiedName.of(schemaName, written.name());
            if (exists.test(candidate)) {
                return candidate;
            }
        }
        return session.made(written.name());
    }

    /** Returns the name of an object of a kind that is there. */
    public QualifiedName existingOf(WrittenName written, ObjectKindTest kinds) {
        return existing(
                written,
                name ->
                        schema().named(name).stream()
                                .anyMatch(object -> kinds.accepts(object.id().kind())));
    }

    /** Returns the name of a table, view or materialized view that is there. */
    public QualifiedName relation(WrittenName written) {
        return existing(written, name -> schema().relation(name).isPresent());
    }

    /** Returns a qualified name; the default schema's own name becomes the empty one. */
    public QualifiedName qualified(WrittenName written) {
        return QualifiedName.of(schemaName(written.qualifier()), written.name());
    }

    /** Returns how the model calls a schema. */
    public String schemaName(String folded) {
        return folded.equals(tools.names().defaultSchema()) ? "" : folded;
    }

    /** Returns what to throw for an object that isn't there. */
    public DdlSyntaxException missing(int offset, String what) {
        return missing(offset, what, Optional.empty());
    }

    /**
     * Returns what to throw for a table that isn't there; one whose name is near is pointed out.
     */
    public DdlSyntaxException missingTable(int offset, QualifiedName name) {
        List<String> known = new ArrayList<>();
        for (SchemaObject object : schema().objects()) {
            if (object instanceof Relation) {
                known.add(object.id().name().toString());
            }
        }
        return missing(offset, "table " + name, Suggestion.hint(name.toString(), known));
    }

    /** Returns what to throw for a column that its table has not; a near one is pointed out. */
    public DdlSyntaxException missingColumn(int offset, QualifiedName table, String column) {
        List<String> known = schema().relation(table).map(Relation::columnNames).orElse(List.of());
        return missing(
                offset, "column " + column + " of table " + table, Suggestion.hint(column, known));
    }

    private static DdlSyntaxException missing(int offset, String what, Optional<String> hint) {
        Diagnostic plain = Diagnostic.error(ErrorCode.OBJECT_MISSING, what + " does not exist");
        return new DdlSyntaxException(offset, hint.map(plain::withHint).orElse(plain));
    }

    /** Returns what names in a text that belongs to a relation can mean. */
    public ExpressionScope scope(Relation relation) {
        List<String> columns =
                relation instanceof Table table
                        ? Inheritance.columns(schema(), table).stream().map(Column::name).toList()
                        : relation.columnNames();
        return new ExpressionScope(schema(), session, Optional.of(relation.name()), columns);
    }

    /** Returns a text with what it refers to. */
    public Expression expression(SourceText source, ExpressionScope scope) {
        return tools.expressions().read(source.text(), scope);
    }

    /** Returns what names in a text that belongs to no relation can mean. */
    public ExpressionScope freeScope() {
        return ExpressionScope.free(schema(), session);
    }

    /** Takes a number, a minus before it too, as text. */
    public String number() {
        String sign = cursor.accept("-") ? "-" : "";
        cursor.accept("+");
        if (cursor.peek().kind() != SqlToken.Kind.NUMBER) {
            throw cursor.unexpected();
        }
        return sign + cursor.next().text();
    }

    /** Takes a string and returns what it holds. */
    public String string() {
        if (cursor.peek().kind() != SqlToken.Kind.STRING) {
            throw cursor.unexpected();
        }
        return Strings.value(cursor.next().text());
    }
}
