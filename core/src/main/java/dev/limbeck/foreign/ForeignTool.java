package dev.limbeck.foreign;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A migration tool whose folders can be read. */
public enum ForeignTool {
    /** Versioned, undo and repeatable scripts by name. */
    FLYWAY(
            "flyway",
            "select version from flyway_schema_history where success order by installed_rank"),
    /** Scripts that {@code alembic upgrade --sql} and {@code alembic downgrade --sql} printed. */
    ALEMBIC_SQL("alembic-sql", "select version_num from alembic_version"),
    /** Pairs of numbered up and down files. */
    GOLANG_MIGRATE("golang-migrate", "select version, dirty from schema_migrations"),
    /** Formatted SQL: changesets marked by comments. */
    LIQUIBASE_SQL(
            "liquibase-sql", "select id, author from databasechangelog order by orderexecuted"),
    /** One file a migration, up and down in two sections. */
    DBMATE("dbmate", "select version from schema_migrations order by version");

    private final String word;
    private final String question;

    ForeignTool(String word, String question) {
        this.word = word;
        this.question = question;
    }

    /** Returns the word a user types. */
    public String word() {
        return word;
    }

    /** Returns the query that tells what the tool has applied to a database. */
    public String question() {
        return question;
    }

    /** Returns the revisions that a folder holds. */
    public ForeignFolder read(ForeignFiles files) {
        return reader().read(files);
    }

    /** Returns a new reader: it remembers what it has seen of one folder. */
    private ForeignReader reader() {
        return switch (this) {
            case FLYWAY -> new FlywayReader();
            case ALEMBIC_SQL -> new AlembicReader();
            case GOLANG_MIGRATE -> new GolangMigrateReader();
            case LIQUIBASE_SQL -> new LiquibaseReader();
            case DBMATE -> new DbmateReader();
        };
    }

    /** Returns the tool of a name. */
    public static Optional<ForeignTool> named(String word) {
        return Arrays.stream(values()).filter(tool -> tool.word.equals(word)).findFirst();
    }

    /** Returns the names of all of them. */
    public static List<String> words() {
        return Arrays.stream(values()).map(ForeignTool::word).toList();
    }
}
