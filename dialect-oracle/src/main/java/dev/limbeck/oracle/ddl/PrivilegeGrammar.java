package dev.limbeck.oracle.ddl;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.StatementNotes;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.ddl.WrittenName;
import dev.limbeck.diff.DetailChange;
import dev.limbeck.oracle.model.Privileges;
import dev.limbeck.schema.Grant;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads rights on objects that are given and taken away; those on the whole are not kept. */
final class PrivilegeGrammar {
    /** A right and the column it is limited to. */
    private record Right(String privilege, Optional<String> column) {}

    private final DdlContext context;
    private final TokenCursor cursor;
    private final boolean given;

    private PrivilegeGrammar(DdlContext context, boolean given) {
        this.context = context;
        this.cursor = context.cursor();
        this.given = given;
    }

    /** Takes rights, from behind {@code GRANT} or {@code REVOKE}. */
    static void read(DdlContext context, boolean given) {
        new PrivilegeGrammar(context, given).rights();
    }

    private void rights() {
        cursor.name(given ? "GRANT" : "REVOKE");
        int start = cursor.mark();
        while (!cursor.atEnd() && !cursor.at("ON") && !cursor.at("TO") && !cursor.at("FROM")) {
            cursor.next();
        }
        boolean object = cursor.at("ON");
        cursor.go(start);
        if (!object) {
            StatementNotes.notModelled(context, 0, "a role or a right on the whole system");
            StatementNotes.pass(cursor);
            return;
        }
        List<Right> rights = new ArrayList<>();
        do {
            right(rights);
        } while (cursor.accept(","));
        cursor.expect("ON");
        if (cursor.at("DIRECTORY")
                || cursor.at("USER")
                || cursor.at("EDITION")
                || cursor.at("JAVA")) {
            StatementGrammar.notModelled(context);
            return;
        }
        WrittenName written = context.written();
        context.at(written.offset());
        cursor.expect(given ? "TO" : "FROM");
        List<String> grantees = new ArrayList<>();
        do {
            grantees.add(cursor.accept("PUBLIC") ? Grant.PUBLIC : context.name());
        } while (cursor.accept(","));
        boolean grantable = cursor.accept("WITH", "GRANT", "OPTION");
        cursor.accept("WITH", "HIERARCHY", "OPTION");
        cursor.accept("CASCADE", "CONSTRAINTS");
        cursor.accept("FORCE");
        cursor.requireEnd();
        SchemaObject on = object(written);
        for (String grantee : grantees) {
            for (Right right : expanded(rights, on)) {
                change(on.id(), grantee, right, grantable);
            }
        }
    }

    private void right(List<Right> rights) {
        StringBuilder words = new StringBuilder(cursor.word());
        while (!cursor.at(",") && !cursor.at("(") && !cursor.at("ON")) {
            words.append(' ').append(cursor.word());
        }
        String privilege = words.toString().replace("ALL PRIVILEGES", "ALL");
        if (!cursor.at("(")) {
            rights.add(new Right(privilege, Optional.empty()));
            return;
        }
        for (String column : context.names().list()) {
            rights.add(new Right(privilege, Optional.of(column)));
        }
    }

    private SchemaObject object(WrittenName written) {
        QualifiedName name =
                context.existing(
                        written, candidate -> !context.schema().named(candidate).isEmpty());
        return context.schema().named(name).stream()
                .filter(found -> Privileges.mayBeGrantedOn(found.id()))
                .findFirst()
                .orElseThrow(() -> context.missing(written.offset(), "object " + name));
    }

    private static List<Right> expanded(List<Right> rights, SchemaObject on) {
        List<Right> all = new ArrayList<>();
        for (Right right : rights) {
            if (right.privilege().equals("ALL")) {
                Privileges.of(on.id()).forEach(each -> all.add(new Right(each, Optional.empty())));
            } else {
                all.add(right);
            }
        }
        return all;
    }

    private List<Grant> there(ObjectId object, String grantee, String privilege) {
        return context
                .schema()
                .find(object)
                .map(found -> found.details().grants())
                .orElse(List.of())
                .stream()
                .filter(
                        grant ->
                                grant.grantee().equals(grantee)
                                        && grant.privilege().equals(privilege))
                .toList();
    }

    private void change(ObjectId object, String grantee, Right right, boolean grantable) {
        List<Grant> there = there(object, grantee, right.privilege());
        if (!given) {
            // What is revoked is revoked from the columns too.
            there.forEach(old -> context.change(new DetailChange.RevokePrivilege(object, old)));
            return;
        }
        Optional<Grant> same =
                there.stream().filter(grant -> grant.column().equals(right.column())).findFirst();
        Grant wanted = new Grant(grantee, right.privilege(), right.column(), grantable);
        boolean stays = same.filter(old -> old.grantable() || !grantable).isPresent();
        if (!stays) {
            same.ifPresent(old -> context.change(new DetailChange.RevokePrivilege(object, old)));
            context.change(new DetailChange.GrantPrivilege(object, wanted));
        }
    }
}
