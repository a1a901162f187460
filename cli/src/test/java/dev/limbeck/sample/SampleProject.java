package dev.limbeck.sample;

import dev.limbeck.Limbeck;
import dev.limbeck.config.ConfigReader;
import dev.limbeck.config.ConfigRequest;
import dev.limbeck.config.ProjectConfig;
import dev.limbeck.config.Secret;
import dev.limbeck.dialect.DatabaseProduct;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.execute.ExecutionListener;
import dev.limbeck.sql.StatementReader;
import dev.limbeck.sql.StatementSplitter;
import dev.limbeck.tck.server.TestDatabase;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The sample project's files, and ways to run them in a database of a test. */
final class SampleProject {
    /** Tests run in their module's folder. */
    private static final Path ROOT = Path.of("..", "migrations").toAbsolutePath().normalize();

    private final ProjectConfig config;

    private SampleProject(ProjectConfig config) {
        this.config = config;
    }

    /** Reads the project's configuration. */
    static SampleProject read() {
        return new SampleProject(ConfigReader.read(ConfigRequest.in(ROOT)));
    }

    /** Opens the project against a database. */
    Limbeck against(TestDatabase database, ExecutionListener listener) {
        return Limbeck.configure()
                .project(config)
                .database(database.url(), database.user(), new Secret(database.password()))
                .listener(listener)
                .build();
    }

    /** Opens the project for what asks no database. */
    Limbeck offline() {
        return Limbeck.configure().project(config).build();
    }

    Limbeck against(TestDatabase database) {
        return against(database, ExecutionListener.SILENT);
    }

    /** Runs the files of the desired schema. */
    void createDesired(Connection connection, Dialect dialect) throws SQLException, IOException {
        for (Path file : desired(dialect.variants(DatabaseProduct.of(connection)))) {
            try (Reader text = Files.newBufferedReader(file);
                    StatementReader statements =
                            StatementSplitter.open(text, dialect.lexicon(), file);
                    Statement session = connection.createStatement()) {
                for (var next = statements.next(); next.isPresent(); next = statements.next()) {
                    if (next.get().isSent()) {
                        session.execute(next.get().text());
                    }
                }
            }
        }
    }

    /** Returns the files for a database by name: the most specific takes the others' place. */
    private List<Path> desired(List<String> variants) throws IOException {
        List<String> mostGeneralFirst = new ArrayList<>(variants);
        Collections.reverse(mostGeneralFirst);
        mostGeneralFirst.add(0, "");
        var byStem = new TreeMap<String, Path>();
        for (String variant : mostGeneralFirst) {
            for (Path folder : config.schema()) {
                try (Stream<Path> files = Files.list(folder)) {
                    for (Path file : files.toList()) {
                        String[] name = file.getFileName().toString().split("\\.", -1);
                        if ((name.length == 2 ? "" : name[1]).equals(variant)) {
                            byStem.put(name[0], file);
                        }
                    }
                }
            }
        }
        return List.copyOf(byStem.values());
    }
}
