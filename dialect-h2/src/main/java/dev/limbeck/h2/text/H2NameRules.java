package dev.limbeck.h2.text;

import dev.limbeck.ddl.NameRules;
import dev.limbeck.sql.SqlToken;

/** How H2 takes the names in its statements. */
public enum H2NameRules implements NameRules {
    INSTANCE;

    @Override
    public String fold(String word) {
        return H2Identifiers.INSTANCE.fold(word);
    }

    @Override
    public String quoted(String identifier) {
        return H2Names.read(new SqlToken(SqlToken.Kind.QUOTED_IDENTIFIER, identifier, 0));
    }

    @Override
    public String kept(String name) {
        return name;
    }

    @Override
    public boolean isReserved(String word) {
        return H2Syntax.RESERVED.contains(word);
    }

    @Override
    public String defaultSchema() {
        return H2Names.DEFAULT_SCHEMA;
    }
}
