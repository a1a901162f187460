package dev.limbeck.script;

import dev.limbeck.config.ChainMode;
import dev.limbeck.config.ProjectConfig;
import dev.limbeck.testing.Findings;
import dev.limbeck.testing.GoldenFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Golden cases of whole folders: {@code -- file NAME --} sections go in; what was understood and
 * what was found wrong come out. A case whose name begins with {@code filename} chains by names.
 */
class RevisionFilesTest {
    private static final String FILE = "file ";

    @TestFactory
    Stream<DynamicTest> readsFolders() {
        return GoldenFiles.in("revisions", RevisionFilesTest::compute);
    }

    private static Map<String, String> compute(Map<String, String> sections) throws IOException {
        Path root = Files.createTempDirectory("limbeck-revisions");
        try {
            return compute(sections, root);
        } finally {
            TestFolders.delete(root);
        }
    }

    private static Map<String, String> compute(Map<String, String> sections, Path root)
            throws IOException {
        for (Map.Entry<String, String> section : sections.entrySet()) {
            if (section.getKey().startsWith(FILE)) {
                Path file =
                        root.resolve("migrations")
                                .resolve(section.getKey().substring(FILE.length()));
                Files.createDirectories(file.getParent());
                Files.writeString(file, section.getValue());
            }
        }
        ChainMode mode =
                sections.containsKey("chain filename") ? ChainMode.FILENAME : ChainMode.HEADERS;
        ProjectConfig config = ProjectConfig.in(root).chain(mode).build();
        Migrations migrations = Migrations.read(config, List.of("cockroach"));
        String prefix = root.resolve("migrations") + "/";
        return Map.of(
                "revisions",
                describe(migrations).replace(prefix, ""),
                "findings",
                Findings.of(migrations.findings()).replace(prefix, ""));
    }

    private static String describe(Migrations migrations) {
        return migrations.ids().stream()
                .map(id -> describe(migrations.find(id).orElseThrow()))
                .collect(Collectors.joining());
    }

    private static String describe(Migration migration) {
        StringBuilder text = new StringBuilder();
        text.append(migration.revision().id())
                .append(" <- ")
                .append(migration.revision().revises())
                .append(" '")
                .append(migration.revision().message())
                .append("'\n");
        append(text, "labels", migration.revision().branchLabels());
        append(text, "depends on", migration.revision().dependsOn());
        append(text, "dialects", migration.dialects());
        append(text, "replaces", migration.replaces());
        migration
                .revision()
                .created()
                .ifPresent(at -> text.append("  created ").append(at).append('\n'));
        migration
                .files()
                .forEach(
                        file ->
                                text.append("  ")
                                        .append(file.direction().word())
                                        .append(file.variant().map(name -> " " + name).orElse(""))
                                        .append(": ")
                                        .append(file.shown())
                                        .append('\n'));
        return text.toString();
    }

    private static void append(StringBuilder text, String name, List<String> values) {
        if (!values.isEmpty()) {
            text.append("  ").append(name).append(' ').append(values).append('\n');
        }
    }
}
