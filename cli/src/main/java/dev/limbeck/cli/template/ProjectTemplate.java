package dev.limbeck.cli.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A project as {@code init} lays it out.
 *
 * @param name what a user types
 * @param description what it is good for
 */
public record ProjectTemplate(String name, String description) {
    /** The template used where none is named. */
    public static final String DEFAULT = "default";

    private static final String COMMON = "common";

    /** Returns all templates. */
    public static List<ProjectTemplate> all() {
        return lines("templates.txt").stream().map(ProjectTemplate::parse).toList();
    }

    private static ProjectTemplate parse(String line) {
        String[] parts = line.split(" {2,}", 2);
        return new ProjectTemplate(parts[0], parts[1]);
    }

    /**
     * Returns the files of a project and their texts, by their paths in it.
     *
     * @param exampleUrl a JDBC URL as its database's usually look
     * @param launcher what runs Limbeck where it is not on the PATH
     */
    public Map<String, String> files(String exampleUrl, String launcher) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("limbeck.toml", configuration(exampleUrl));
        for (String file : lines(COMMON + "/files.txt")) {
            String text = text(COMMON + "/" + file);
            files.put(file, text.replace("@launcher@", launcher.replace("'", "'\\''")));
        }
        for (String file : lines(name + "/files.txt")) {
            files.put(file, text(name + "/" + file));
        }
        keep(files, "migrations");
        keep(files, "schema");
        if (isEmbedded(exampleUrl)) {
            // The database lies in the project, where no version control shall see it.
            files.put(".limbeck/.gitignore", "*\n");
        }
        return files;
    }

    /** Version control keeps no empty folders. */
    private static void keep(Map<String, String> files, String folder) {
        if (files.keySet().stream().noneMatch(file -> file.startsWith(folder + "/"))) {
            files.put(folder + "/.gitkeep", "");
        }
    }

    private String configuration(String exampleUrl) {
        return text(COMMON + "/limbeck.toml")
                .replace("@database@\n", database(exampleUrl))
                .replace("@environments@\n", text(name + "/environments.toml"));
    }

    private static String database(String exampleUrl) {
        if (isEmbedded(exampleUrl)) {
            return "url  = \""
                    + exampleUrl
                    + "\"   # a file beside this one; no server needed\n"
                    + "user = \"sa\"\n\n";
        }
        return "url      = \""
                + exampleUrl
                + "\"\n"
                + "user     = \"app\"\n"
                + "password = \"${DB_PASSWORD:-}\"   # from the environment; never write it here\n\n";
    }

    private static boolean isEmbedded(String url) {
        return url.contains(":file:");
    }

    private static List<String> lines(String resource) {
        return text(resource).lines().filter(line -> !line.isBlank()).toList();
    }

    private static String text(String resource) {
        try (InputStream bytes = ProjectTemplate.class.getResourceAsStream(resource)) {
            if (bytes == null) {
                throw new IllegalStateException("the build left out " + resource);
            }
            // A checkout may have given some of these files the line ends of its system.
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
