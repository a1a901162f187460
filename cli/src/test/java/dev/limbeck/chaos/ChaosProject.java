package dev.limbeck.chaos;

import dev.limbeck.tck.TemporaryProject;
import dev.limbeck.tck.server.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The projects that are upgraded while things break. */
final class ChaosProject {
    private ChaosProject() {}

    /** Writes the settings that lead from a folder's project to a database. */
    static void configure(Path folder, TestDatabase database) throws IOException {
        Files.writeString(
                folder.resolve("limbeck.toml"),
                "[database]\nurl = \""
                        + database.url()
                        + "\"\nuser = \""
                        + database.user()
                        + "\"\npassword = \""
                        + database.password()
                        + "\"\n");
    }

    /** One revision of 20 statements of many kinds, each committed by itself or journaled. */
    static List<String> twentyStatements() {
        List<String> statements = new ArrayList<>();
        statements.add("CREATE TABLE account (id integer PRIMARY KEY, name varchar(50))");
        statements.add("INSERT INTO account (id, name) VALUES (1, 'a'), (2, 'b')");
        statements.add("ALTER TABLE account ADD COLUMN visits integer");
        statements.add("UPDATE account SET visits = coalesce(visits, 0) + 1");
        statements.add("CREATE TABLE orders (id integer PRIMARY KEY, account integer NOT NULL)");
        statements.add("INSERT INTO orders VALUES (1, 1)");
        statements.add("INSERT INTO orders VALUES (2, 1)");
        statements.add("CREATE INDEX orders_account ON orders (account)");
        statements.add("UPDATE account SET visits = visits + 1");
        statements.add(
                "ALTER TABLE orders ADD CONSTRAINT orders_fk FOREIGN KEY (account)"
                        + " REFERENCES account (id)");
        statements.add("CREATE TABLE doomed (id integer)");
        statements.add("INSERT INTO doomed VALUES (1)");
        statements.add("UPDATE account SET visits = visits + 1");
        statements.add("DROP TABLE doomed");
        statements.add("ALTER TABLE account ADD COLUMN email varchar(100)");
        statements.add("CREATE UNIQUE INDEX account_email ON account (email)");
        statements.add("UPDATE account SET visits = visits + 1, email = name");
        statements.add("ALTER TABLE account ADD COLUMN note varchar(10)");
        statements.add("CREATE VIEW busy AS SELECT id FROM account WHERE visits > 3");
        statements.add("UPDATE account SET visits = visits + 1");
        return statements;
    }

    /** Writes that one revision. */
    static void writeTwenty(Path folder) {
        new TemporaryProject(folder)
                .revision("aaa1", "", String.join(";\n", twentyStatements()) + ";\n", "");
    }

    /** Writes a chain of revisions, some in a transaction, some statement by statement. */
    static void writeMixed(Path folder) {
        String off = "-- limbeck: transaction off\n";
        new TemporaryProject(folder)
                .revision(
                        "aaa1",
                        "",
                        "CREATE TABLE account (id integer PRIMARY KEY, name text, visits integer);\n"
                                + "INSERT INTO account SELECT i, 'n' || i, 0"
                                + " FROM generate_series(1, 2000) i;\n"
                                + "CREATE TABLE orders (id integer PRIMARY KEY, account integer);\n",
                        "")
                .revision(
                        "bbb2",
                        "aaa1",
                        off
                                + "SET lock_timeout = '30s';\n"
                                + "UPDATE account SET visits = visits + 1;\n"
                                + "SELECT pg_sleep(0.1);\n"
                                + "CREATE INDEX CONCURRENTLY account_name ON account (name);\n"
                                + "INSERT INTO orders SELECT i, i FROM generate_series(1, 500) i;\n"
                                + "VACUUM account;\n"
                                + "SELECT pg_sleep(0.1);\n"
                                + "CREATE UNIQUE INDEX CONCURRENTLY orders_account"
                                + " ON orders (account);\n"
                                + "UPDATE account SET visits = visits + 1;\n"
                                + "DROP INDEX CONCURRENTLY account_name;\n"
                                + "COPY orders (id, account) FROM STDIN;\n9001\t9001\n9002\t9002\n\\.\n"
                                + "REINDEX INDEX orders_account;\n"
                                + "UPDATE account SET visits = visits + 1;\n",
                        "")
                .revision(
                        "ccc3",
                        "bbb2",
                        "ALTER TABLE account ADD COLUMN email text;\n"
                                + "UPDATE account SET visits = visits + 1, email = name;\n",
                        "")
                .revision(
                        "ddd4",
                        "ccc3",
                        off
                                + "CREATE INDEX CONCURRENTLY account_email ON account (email);\n"
                                + "BEGIN;\nUPDATE account SET visits = visits + 1;\n"
                                + "SELECT pg_sleep(0.1);\n"
                                + "UPDATE account SET visits = visits + 1;\nCOMMIT;\n"
                                + "UPDATE account SET visits = visits + 1;\n",
                        "");
    }
}
