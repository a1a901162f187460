package dev.limbeck.postgres.ddl;

import dev.limbeck.ddl.DdlContext;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.diff.DetailChange;
import dev.limbeck.postgres.ddl.clause.Rest;
import dev.limbeck.postgres.ddl.clause.Roles;
import dev.limbeck.postgres.model.OptionNames;
import dev.limbeck.schema.Grant;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code GRANT} and {@code REVOKE}, from behind the word. */
final class PrivilegeGrammar {
    /**
     * A privilege as written.
     *
     * @param name in upper case; {@code ALL} for all
     * @param columns the columns it is limited to; empty: none
     */
    private record Privilege(String name, List<String> columns) {}

    private final PrivilegeTargets targets;
    private final int major;

    PrivilegeGrammar(int major) {
        this.major = major;
        this.targets = new PrivilegeTargets();
    }

    void grant(DdlContext context) {
        TokenCursor cursor = context.cursor();
        cursor.name("GRANT");
        if (!concernsObjects(cursor)) {
            Rest.pass(cursor);
            return;
        }
        List<Privilege> privileges = privileges(context);
        cursor.expect("ON");
        List<SchemaObject> objects = targets.read(context, "TO");
        cursor.expect("TO");
        Set<String> roles = Roles.list(context);
        boolean grantable = cursor.accept("WITH", "GRANT", "OPTION");
        grantedBy(context);
        for (SchemaObject object : objects) {
            for (String role : roles) {
                for (Grant grant : grants(object, role, privileges, grantable)) {
                    grant(context, object, grant);
                }
            }
        }
    }

    void revoke(DdlContext context) {
        TokenCursor cursor = context.cursor();
        cursor.name("REVOKE");
        if (!concernsObjects(cursor)) {
            Rest.pass(cursor);
            return;
        }
        boolean optionOnly = cursor.accept("GRANT", "OPTION", "FOR");
        List<Privilege> privileges = privileges(context);
        cursor.expect("ON");
        List<SchemaObject> objects = targets.read(context, "FROM");
        cursor.expect("FROM");
        Set<String> roles = Roles.list(context);
        grantedBy(context);
        if (!cursor.accept("CASCADE")) {
            cursor.accept("RESTRICT");
        }
        for (SchemaObject object : objects) {
            for (String role : roles) {
                for (Grant grant : grants(object, role, privileges, false)) {
                    revoke(context, object, grant, optionOnly);
                }
            }
        }
    }

    private static void grantedBy(DdlContext context) {
        if (context.cursor().accept("GRANTED", "BY")) {
            context.names().label();
        }
    }

    /** Returns whether privileges on objects are meant and not membership of roles. */
    private static boolean concernsObjects(TokenCursor cursor) {
        int start = cursor.mark();
        int depth = 0;
        while (!cursor.atEnd()) {
            if (depth == 0 && cursor.at("ON")) {
                cursor.go(start);
                return true;
            }
            depth += cursor.peek().isSymbol("(") ? 1 : cursor.peek().isSymbol(")") ? -1 : 0;
            cursor.next();
        }
        cursor.go(start);
        return false;
    }

    private static List<Privilege> privileges(DdlContext context) {
        TokenCursor cursor = context.cursor();
        List<Privilege> all = new ArrayList<>();
        do {
            String name = cursor.word();
            if (name.equals("ALL")) {
                cursor.accept("PRIVILEGES");
            } else if (name.equals("ALTER")) {
                cursor.expect("SYSTEM");
            }
            List<String> columns = cursor.at("(") ? context.names().list() : List.of();
            all.add(new Privilege(name, columns));
        } while (cursor.accept(","));
        return all;
    }

    private List<Grant> grants(
            SchemaObject object, String role, List<Privilege> privileges, boolean grantable) {
        List<Grant> all = new ArrayList<>();
        for (Privilege privilege : privileges) {
            List<String> names =
                    privilege.name().equals("ALL")
                            ? all(object, !privilege.columns().isEmpty())
                            : List.of(privilege.name());
            for (String name : names) {
                if (privilege.columns().isEmpty()) {
                    all.add(new Grant(role, name, Optional.empty(), grantable));
                }
                for (String column : privilege.columns()) {
                    all.add(new Grant(role, name, Optional.of(column), grantable));
                }
            }
        }
        return all;
    }

    /** Returns what {@code ALL} stands for. */
    private List<String> all(SchemaObject object, boolean ofColumns) {
        if (ofColumns) {
            return List.of("SELECT", "INSERT", "UPDATE", "REFERENCES");
        }
        ObjectKind kind = object.id().kind();
        if (kind.isRelation() || kind == ObjectKind.OPAQUE) {
            List<String> all =
                    new ArrayList<>(
                            List.of(
                                    "SELECT",
                                    "INSERT",
                                    "UPDATE",
                                    "DELETE",
                                    "TRUNCATE",
                                    "REFERENCES",
                                    "TRIGGER"));
            if (major >= 17) {
                all.add("MAINTAIN");
            }
            return all;
        }
        return switch (kind) {
            case SEQUENCE -> List.of("USAGE", "SELECT", "UPDATE");
            case NAMESPACE -> List.of("USAGE", "CREATE");
            case ROUTINE -> List.of("EXECUTE");
            default -> List.of("USAGE");
        };
    }

    private static List<Grant> present(DdlContext context, SchemaObject object) {
        return context.schema().find(object.id()).orElseThrow().details().grants();
    }

    private static void grant(DdlContext context, SchemaObject object, Grant grant) {
        if (isDefault(object, grant)) {
            Grant taken = taken(grant);
            if (present(context, object).contains(taken)) {
                context.change(new DetailChange.RevokePrivilege(object.id(), taken));
            }
            return;
        }
        Optional<Grant> before = same(context, object, grant);
        if (before.filter(old -> old.grantable() || !grant.grantable()).isPresent()) {
            return;
        }
        before.ifPresent(old -> context.change(new DetailChange.RevokePrivilege(object.id(), old)));
        context.change(new DetailChange.GrantPrivilege(object.id(), grant));
    }

    private static void revoke(
            DdlContext context, SchemaObject object, Grant grant, boolean optionOnly) {
        if (isDefault(object, grant)) {
            Grant taken = taken(grant);
            if (!optionOnly && !present(context, object).contains(taken)) {
                context.change(new DetailChange.GrantPrivilege(object.id(), taken));
            }
            return;
        }
        for (Grant old : present(context, object)) {
            boolean meant =
                    old.grantee().equals(grant.grantee())
                            && old.privilege().equals(grant.privilege())
                            && (grant.column().isEmpty() || old.column().equals(grant.column()));
            if (!meant || (optionOnly && !old.grantable())) {
                continue;
            }
            context.change(new DetailChange.RevokePrivilege(object.id(), old));
            if (optionOnly) {
                context.change(
                        new DetailChange.GrantPrivilege(
                                object.id(),
                                new Grant(old.grantee(), old.privilege(), old.column(), false)));
            }
        }
    }

    private static Optional<Grant> same(DdlContext context, SchemaObject object, Grant grant) {
        return present(context, object).stream()
                .filter(
                        old ->
                                old.grantee().equals(grant.grantee())
                                        && old.privilege().equals(grant.privilege())
                                        && old.column().equals(grant.column()))
                .findFirst();
    }

    /** Returns whether everybody has a privilege without anybody granting it. */
    private static boolean isDefault(SchemaObject object, Grant grant) {
        if (!grant.grantee().equals(Grant.PUBLIC) || grant.grantable()) {
            return false;
        }
        ObjectKind kind = object.id().kind();
        boolean type =
                kind == ObjectKind.ENUM_TYPE
                        || kind == ObjectKind.DOMAIN
                        || kind == ObjectKind.COMPOSITE_TYPE;
        return (kind == ObjectKind.ROUTINE && grant.privilege().equals("EXECUTE"))
                || (type && grant.privilege().equals("USAGE"));
    }

    private static Grant taken(Grant grant) {
        return new Grant(
                grant.grantee(),
                OptionNames.TAKEN + grant.privilege(),
                grant.column(),
                grant.grantable());
    }
}
