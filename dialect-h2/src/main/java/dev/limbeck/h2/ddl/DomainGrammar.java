package dev.limbeck.h2.ddl;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.SourceText;
import dev.limbeck.ddl.StatementNotes;
import dev.limbeck.ddl.Texts;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.ddl.WrittenName;
import dev.limbeck.diff.ColumnChange;
import dev.limbeck.diff.ObjectChange;
import dev.limbeck.h2.type.H2Domains;
import dev.limbeck.schema.Check;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Details;
import dev.limbeck.schema.Domain;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what is said of domains. */
final class DomainGrammar {
    private DomainGrammar() {}

    /** Takes a definition, from behind {@code CREATE DOMAIN}. */
    static void create(DdlContext context) {
        TokenCursor cursor = context.cursor();
        cursor.name("CREATE DOMAIN");
        boolean ifNotExists = cursor.accept("IF", "NOT", "EXISTS");
        WrittenName written = context.written();
        context.at(written.offset());
        QualifiedName name = context.made(written);
        cursor.accept("AS");
        Domain domain = Domain.of(name, StatementTypes.read(context));
        Optional<String> onUpdate = Optional.empty();
        List<Check> checks = new ArrayList<>();
        while (!cursor.atEnd()) {
            if (cursor.accept("DEFAULT")) {
                domain = domain.withDefault(Optional.of(text(context)));
            } else if (cursor.accept("ON", "UPDATE")) {
                onUpdate = Optional.of(text(context).source());
            } else if (cursor.accept("COMMENT")) {
                domain = domain.withDetails(comment(context.string()));
            } else if (cursor.accept("SELECTIVITY")) {
                context.number();
            } else {
                checks.add(check(context));
            }
        }
        SchemaObject made = H2Domains.withOnUpdate(domain.withConstraints(checks), onUpdate);
        if (!ifNotExists || context.schema().find(made.id()).isEmpty()) {
            context.element(0, made.id());
            context.change(new ObjectChange.Create(made));
        }
    }

    private static Details comment(String text) {
        return Details.none().withComment(Optional.of(text).filter(found -> !found.isEmpty()));
    }

    private static Expression text(DdlContext context) {
        SourceText text = Texts.until(context.cursor(), ColumnGrammar.stops());
        return context.expression(text, context.freeScope());
    }

    private static Check check(DdlContext context) {
        PartName name = ColumnGrammar.name(context).orElse(PartName.unknown());
        context.cursor().expect("CHECK");
        SourceText text = Texts.parenthesized(context.cursor());
        if (!context.cursor().accept("NOCHECK")
                && context.cursor().peek().is("CHECK")
                && !context.cursor().peek(1).isSymbol("(")) {
            context.cursor().next();
        }
        return Check.of(name, context.expression(text, context.freeScope()));
    }

    /** Takes a change, from behind {@code ALTER DOMAIN}. */
    static void alter(DdlContext context) {
        TokenCursor cursor = context.cursor();
        cursor.name("ALTER DOMAIN");
        boolean ifExists = cursor.accept("IF", "EXISTS");
        WrittenName written = context.written();
        context.at(written.offset());
        QualifiedName name = context.existingOf(written, kind -> kind == ObjectKind.DOMAIN);
        ObjectId id = ObjectId.of(ObjectKind.DOMAIN, name);
        Optional<SchemaObject> found = context.schema().find(id);
        if (found.isEmpty()) {
            absent(context, written, name, ifExists);
            return;
        }
        Domain domain = (Domain) found.get();
        if (cursor.accept("RENAME", "TO")) {
            context.change(new ObjectChange.Rename(id, name.sibling(context.name())));
            return;
        }
        Domain after = altered(context, domain);
        if (!after.equals(domain)) {
            context.change(new ObjectChange.Alter(domain, after));
        }
        if (!after.defaultValue().equals(domain.defaultValue())) {
            after.defaultValue().ifPresent(value -> handDown(context, after, value));
        }
    }

    /** A new default becomes that of the columns and domains of this one which have none. */
    private static void handDown(DdlContext context, Domain domain, Expression value) {
        for (ObjectId user : context.schema().dependents(domain.id())) {
            SchemaObject object = context.schema().find(user).orElseThrow();
            if (object instanceof Domain child && child.defaultValue().isEmpty()) {
                context.change(
                        new ObjectChange.Alter(child, child.withDefault(Optional.of(value))));
            }
            if (object instanceof Table table) {
                for (Column column : table.columns()) {
                    if (column.type().name().equals(domain.name())
                            && column.defaultValue().isEmpty()) {
                        context.change(
                                new ColumnChange.Alter(
                                        table.name(),
                                        column,
                                        column.withDefault(Optional.of(value))));
                    }
                }
            }
        }
    }

    private static void absent(
            DdlContext context, WrittenName written, QualifiedName name, boolean ifExists) {
        boolean opaque =
                context.schema()
                        .find(new ObjectId(ObjectKind.OPAQUE, name, H2Domains.OPAQUE))
                        .isPresent();
        if (!ifExists && !opaque) {
            throw context.missing(written.offset(), "domain " + name);
        }
        StatementNotes.pass(context.cursor());
        if (opaque) {
            StatementNotes.unknown(
                    context,
                    Optional.of(new ObjectId(ObjectKind.OPAQUE, name, H2Domains.OPAQUE)),
                    "the domain " + name + " is known by its text only");
        }
    }

    private static Domain altered(DdlContext context, Domain domain) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("SET", "DEFAULT")) {
            return domain.withDefault(Optional.of(text(context)));
        }
        if (cursor.accept("DROP", "DEFAULT")) {
            return domain.withDefault(Optional.empty());
        }
        if (cursor.accept("DROP", "ON", "UPDATE")) {
            return domain;
        }
        List<Check> checks = new ArrayList<>(domain.constraints());
        if (cursor.accept("ADD")) {
            checks.add(check(context));
        } else if (cursor.accept("DROP", "CONSTRAINT")) {
            boolean ifExists = cursor.accept("IF", "EXISTS");
            Optional<Check> check = named(context, checks, ifExists);
            check.ifPresent(checks::remove);
        } else if (cursor.accept("RENAME", "CONSTRAINT")) {
            Check check = named(context, checks, false).orElseThrow();
            cursor.expect("TO");
            checks.set(checks.indexOf(check), check.withName(PartName.of(context.name())));
        } else {
            throw cursor.unexpected();
        }
        return domain.withConstraints(checks);
    }

    private static Optional<Check> named(DdlContext context, List<Check> checks, boolean mayMiss) {
        WrittenName written = context.written();
        Optional<Check> found =
                checks.stream()
                        .filter(check -> check.name().value().equals(written.name()))
                        .findFirst();
        if (found.isEmpty() && !mayMiss) {
            throw context.missing(written.offset(), "constraint " + written.name());
        }
        return found;
    }
}
