package dev.limbeck;

import dev.limbeck.config.Secrets;
import dev.limbeck.config.TargetsConfig;
import dev.limbeck.dialect.DatabaseErrors;
import dev.limbeck.error.ConfigException;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.ShownPath;
import dev.limbeck.error.SourceLocation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the databases of a project that has many. */
final class TargetList {
    private static final String PLACE = "{target}";
    private static final String JDBC = "jdbc:";

    private final Project project;
    private final TargetsConfig config;

    TargetList(Project project) {
        this.project = project;
        this.config = project.config().targets();
    }

    /** Returns them in the order of the list, the file and the query, each once. */
    List<Target> read() {
        List<String> entries = new ArrayList<>(config.list());
        config.file().ifPresent(file -> entries.addAll(lines(file)));
        config.query().ifPresent(query -> entries.addAll(rows(query)));
        Map<String, Target> targets = new LinkedHashMap<>();
        for (String entry : entries) {
            Target target = target(entry);
            targets.putIfAbsent(target.url(), target);
        }
        return List.copyOf(targets.values());
    }

    private Target target(String entry) {
        if (entry.startsWith(JDBC)) {
            return new Target(Secrets.maskUrl(entry), entry);
        }
        String template =
                config.url()
                        .filter(url -> url.contains(PLACE))
                        .orElseThrow(() -> invalid("the target '" + entry + "' is no JDBC URL"));
        return new Target(entry, template.replace(PLACE, entry));
    }

    private static ConfigException invalid(String message) {
        return new ConfigException(
                Diagnostic.error(ErrorCode.CONFIG_VALUE_INVALID, message)
                        .withHint(
                                "say by 'url' under [targets] what makes one of it, with "
                                        + PLACE
                                        + " in its place"));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new ConfigException(
                    Diagnostic.error(
                            ErrorCode.FILE_UNREADABLE,
                            "can't read the file of targets: " + e,
                            SourceLocation.of(ShownPath.of(file))),
                    e);
        }
    }

    private List<String> rows(String query) {
        List<String> rows = new ArrayList<>();
        try (Connection connection = project.connections().open();
                Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery(query)) {
            while (results.next()) {
                String entry = results.getString(1);
                if (entry != null && !entry.isBlank()) {
                    rows.add(entry.strip());
                }
            }
        } catch (SQLException e) {
            throw DatabaseErrors.unknown("ask for the targets", e);
        }
        return rows;
    }
}
