package dev.limbeck.h2.render;

import dev.limbeck.h2.text.H2Names;
import dev.limbeck.h2.text.H2Text;
import dev.limbeck.schema.Check;
import dev.limbeck.schema.Domain;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.PartKind;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.TablePart;
import dev.limbeck.schema.Unique;
import java.util.List;
import java.util.Locale;

/**
 * Writes changes of constraints and indexes whose names the server made and nobody knows: the
 * statement asks the catalog for the name when it runs.
 */
final class UnnamedParts {
    private final QualifiedName owner;

    UnnamedParts(QualifiedName owner) {
        this.owner = owner;
    }

    /** Returns the statement that drops one. */
    String drop(TablePart part) {
        if (part instanceof PrimaryKey) {
            return "ALTER TABLE " + H2Names.write(owner) + " DROP PRIMARY KEY";
        }
        return part.kind() == PartKind.INDEX
                ? execute("DROP INDEX " + schema(), "", part)
                : execute("ALTER TABLE " + H2Names.write(owner) + " DROP CONSTRAINT ", "", part);
    }

    /** Returns the statement that gives one a name. */
    String rename(TablePart part, String newName) {
        String to = H2Names.write(newName);
        return part.kind() == PartKind.INDEX
                ? execute("ALTER INDEX " + schema(), " RENAME TO " + to, part)
                : execute(
                        "ALTER TABLE " + H2Names.write(owner) + " RENAME CONSTRAINT ",
                        " TO " + to,
                        part);
    }

    /** Returns the statement that drops a check of a domain. */
    static String dropCheck(Domain domain, Check check) {
        return "EXECUTE IMMEDIATE (\n    SELECT "
                + H2Text.quoted(
                        "ALTER DOMAIN " + H2Names.write(domain.name()) + " DROP CONSTRAINT ")
                + " || QUOTE_IDENT(CONSTRAINT_NAME)"
                + "\n    FROM INFORMATION_SCHEMA.DOMAIN_CONSTRAINTS"
                + "\n    WHERE DOMAIN_SCHEMA = "
                + H2Text.quoted(H2Names.real(domain.name().schema()))
                + " AND DOMAIN_NAME = "
                + H2Text.quoted(domain.name().name())
                + "\n        AND CONSTRAINT_NAME LIKE 'CONSTRAINT\\_%'\n        AND "
                + like("CONSTRAINT", "CHECK(" + check.predicate().canonical() + ")")
                + "\n    FETCH FIRST ROW ONLY)";
    }

    private String schema() {
        return owner.inDefaultSchema() ? "" : H2Names.write(owner.schema()) + ".";
    }

    private String execute(String head, String tail, TablePart part) {
        boolean index = part.kind() == PartKind.INDEX;
        String name = index ? "INDEX_NAME" : "CONSTRAINT_NAME";
        return "EXECUTE IMMEDIATE (\n    SELECT "
                + H2Text.quoted(head)
                + " || QUOTE_IDENT("
                + name
                + ")"
                + (tail.isEmpty() ? "" : " || " + H2Text.quoted(tail))
                + "\n    FROM INFORMATION_SCHEMA."
                + (index ? "INDEXES" : "TABLE_CONSTRAINTS")
                + "\n    WHERE TABLE_SCHEMA = "
                + H2Text.quoted(H2Names.real(owner.schema()))
                + " AND TABLE_NAME = "
                + H2Text.quoted(owner.name())
                + "\n        AND "
                + name
                + " LIKE "
                + (index ? "'INDEX\\_%'" : "'CONSTRAINT\\_%'")
                + "\n        AND "
                + condition(part)
                + "\n    ORDER BY "
                + name
                + " FETCH FIRST ROW ONLY)";
    }

    private static String condition(TablePart part) {
        if (part instanceof Index index) {
            String columns =
                    String.join(
                            ",",
                            index.parts().stream()
                                    .map(column -> column.column().orElse(""))
                                    .toList());
            return like("INDEX", "(" + columns);
        }
        if (part instanceof Unique unique) {
            return like("CONSTRAINT", "UNIQUE", "(" + listed(unique.key().columns()) + ")");
        }
        if (part instanceof ForeignKey key) {
            return like(
                    "CONSTRAINT",
                    "FOREIGN KEY(" + listed(key.keyColumns()) + ")",
                    "REFERENCES" + real(key.table()) + "(" + listed(key.tableColumns()) + ")");
        }
        if (part instanceof Check check) {
            return like("CONSTRAINT", "CHECK(" + check.predicate().canonical() + ")");
        }
        throw Refusal.of(part.kind().label() + " without a name");
    }

    private static String real(QualifiedName name) {
        return H2Names.real(name.schema()) + "." + name.name();
    }

    private static String listed(List<String> columns) {
        return String.join(",", columns);
    }

    /** Compares definitions without their quotes and blanks. */
    private static String like(String kind, String... pieces) {
        StringBuilder pattern = new StringBuilder("%");
        for (String piece : pieces) {
            String compact = piece.replaceAll("[\"\\s]", "").toLowerCase(Locale.ROOT);
            pattern.append(compact.replaceAll("([\\\\%_])", "\\\\$1")).append('%');
        }
        return "LOWER(REGEXP_REPLACE(DB_OBJECT_SQL('"
                + kind
                + "', "
                + kind
                + "_SCHEMA, "
                + kind
                + "_NAME), '[\"\\s]', ''))\n            LIKE "
                + H2Text.quoted(pattern.toString());
    }
}
