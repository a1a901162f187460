package dev.limbeck.mysql.ddl;

import dev.limbeck.ddl.NameRules;
import dev.limbeck.mysql.text.MySqlIdentifiers;
import dev.limbeck.mysql.text.MySqlSyntax;

/** How MySQL and MariaDB take the names in their statements: as they are written. */
enum MySqlNames implements NameRules {
    INSTANCE;

    @Override
    public String fold(String word) {
        return word;
    }

    @Override
    public String quoted(String identifier) {
        return MySqlIdentifiers.read(identifier);
    }

    @Override
    public String kept(String name) {
        return name;
    }

    @Override
    public boolean isReserved(String word) {
        return MySqlSyntax.RESERVED.contains(word);
    }

    /** The default database has no name that a script could know. */
    @Override
    public String defaultSchema() {
        return "";
    }
}
