package dev.limbeck.postgres.ddl;

import dev.limbeck.ddl.ColumnReader;
import dev.limbeck.ddl.ConstraintReader;
import dev.limbeck.ddl.ConstraintTail;
import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.SourceText;
import dev.limbeck.ddl.Texts;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.ddl.WrittenName;
import dev.limbeck.diff.ObjectChange;
import dev.limbeck.postgres.ddl.clause.Moves;
import dev.limbeck.postgres.ddl.clause.StatementTypes;
import dev.limbeck.postgres.normal.PostgresPartNames;
import dev.limbeck.schema.Check;
import dev.limbeck.schema.Domain;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.NotNull;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.PartName;
import dev.limbeck.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code CREATE DOMAIN} and {@code ALTER DOMAIN}, from behind the word {@code DOMAIN}. */
final class DomainGrammar {
    private static final Set<String> STOPS = ColumnReader.CLAUSE_WORDS;

    private final int major;

    DomainGrammar(int major) {
        this.major = major;
    }

    void create(DdlContext context) {
        TokenCursor cursor = context.cursor();
        cursor.name("CREATE DOMAIN");
        WrittenName written = context.written();
        context.at(written.offset());
        cursor.accept("AS");
        Domain domain = Domain.of(context.made(written), StatementTypes.INSTANCE.read(context));
        context.element(0, domain.id());
        while (!cursor.atEnd()) {
            domain = clause(context, domain);
        }
        context.change(new ObjectChange.Create(domain));
    }

    private Domain clause(DdlContext context, Domain before) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("COLLATE")) {
            return new Domain(
                    before.name(),
                    before.type(),
                    before.notNull(),
                    before.defaultValue(),
                    Optional.of(ColumnReader.collation(context)),
                    before.constraints(),
                    before.details());
        }
        if (cursor.accept("DEFAULT")) {
            return before.withDefault(defaultValue(context, Texts.until(cursor, STOPS)));
        }
        return constraint(context, before);
    }

    private static Optional<Expression> defaultValue(DdlContext context, SourceText text) {
        return text.text().equalsIgnoreCase("NULL")
                ? Optional.empty()
                : Optional.of(context.expression(text, context.freeScope()));
    }

    private Domain constraint(DdlContext context, Domain before) {
        TokenCursor cursor = context.cursor();
        Optional<PartName> name = ConstraintReader.name(context);
        if (cursor.accept("NOT", "NULL")) {
            ConstraintTail.standard().read(cursor);
            return before.withNotNull(Optional.of(notNull(context, before, name)));
        }
        if (cursor.accept("NULL")) {
            return before;
        }
        cursor.expect("CHECK");
        SourceText text = Texts.parenthesized(cursor);
        ConstraintTail.Said said = ConstraintTail.standard().read(cursor);
        Check check =
                new Check(
                        name.orElseGet(
                                () ->
                                        PostgresPartNames.ofDomain(
                                                context.schema(), before, "check")),
                        context.expression(text, context.freeScope()),
                        true,
                        said.state(),
                        Optional.empty());
        List<Check> all = new ArrayList<>(before.constraints());
        all.add(check);
        return before.withConstraints(all);
    }

    private NotNull notNull(DdlContext context, Domain domain, Optional<PartName> name) {
        return major < 18
                ? NotNull.plain()
                : NotNull.named(
                        name.orElseGet(
                                () ->
                                        PostgresPartNames.ofDomain(
                                                context.schema(), domain, "not_null")));
    }

    void alter(DdlContext context) {
        TokenCursor cursor = context.cursor();
        cursor.name("ALTER DOMAIN");
        WrittenName written = context.written();
        context.at(written.offset());
        QualifiedName name = context.existingOf(written, kind -> kind == ObjectKind.DOMAIN);
        Domain before =
                context.schema()
                        .find(ObjectId.of(ObjectKind.DOMAIN, name))
                        .map(Domain.class::cast)
                        .orElseThrow(() -> context.missing(written.offset(), "domain " + name));
        if (Moves.read(context, before.id())) {
            return;
        }
        Domain after = altered(context, before);
        if (!before.equals(after)) {
            context.change(new ObjectChange.Alter(before, after));
        }
    }

    private Domain altered(DdlContext context, Domain before) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("SET", "DEFAULT")) {
            return before.withDefault(defaultValue(context, Texts.rest(cursor)));
        }
        if (cursor.accept("DROP", "DEFAULT")) {
            return before.withDefault(Optional.empty());
        }
        if (cursor.accept("SET", "NOT", "NULL")) {
            return before.notNull().isPresent()
                    ? before
                    : before.withNotNull(Optional.of(notNull(context, before, Optional.empty())));
        }
        if (cursor.accept("DROP", "NOT", "NULL")) {
            return before.withNotNull(Optional.empty());
        }
        if (cursor.accept("ADD")) {
            return constraint(context, before);
        }
        return constraints(context, before);
    }

    private static Domain constraints(DdlContext context, Domain before) {
        TokenCursor cursor = context.cursor();
        if (cursor.accept("DROP", "CONSTRAINT")) {
            return dropped(context, before);
        }
        if (cursor.accept("VALIDATE", "CONSTRAINT")) {
            Check check = check(context, before);
            return replaced(before, check, check.withState(check.state().withValidated(true)));
        }
        cursor.expect("RENAME", "CONSTRAINT");
        Check check = check(context, before);
        cursor.expect("TO");
        return replaced(before, check, check.withName(PartName.of(context.name())));
    }

    private static Domain dropped(DdlContext context, Domain before) {
        TokenCursor cursor = context.cursor();
        boolean ifExists = cursor.accept("IF", "EXISTS");
        int offset = cursor.offset();
        String name = context.name();
        if (!cursor.accept("CASCADE")) {
            cursor.accept("RESTRICT");
        }
        if (before.notNull().filter(said -> said.name().value().equals(name)).isPresent()) {
            return before.withNotNull(Optional.empty());
        }
        List<Check> left = new ArrayList<>(before.constraints());
        boolean gone = left.removeIf(check -> check.name().value().equals(name));
        if (!gone && !ifExists) {
            throw context.missing(offset, "constraint " + name + " of domain " + before.name());
        }
        return before.withConstraints(left);
    }

    private static Check check(DdlContext context, Domain domain) {
        int offset = context.cursor().offset();
        String name = context.name();
        return domain.constraints().stream()
                .filter(check -> check.name().value().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                context.missing(
                                        offset,
                                        "constraint " + name + " of domain " + domain.name()));
    }

    private static Domain replaced(Domain domain, Check before, Check after) {
        List<Check> all = new ArrayList<>(domain.constraints());
        all.replaceAll(check -> check.name().equals(before.name()) ? after : check);
        return domain.withConstraints(all);
    }
}
