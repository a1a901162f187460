package dev.limbeck.cli.session;

import dev.limbeck.cli.session.TestProject.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A session at the command line, played against a project. A case has a graph or files, perhaps
 * rows of a version table, the commands that are typed, and the session: each command with what it
 * printed. Lines on standard error begin with {@code ! }; a last line tells an exit code other than
 * 0.
 */
final class PlayedSession {
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    private PlayedSession() {}

    /** Plays a case; returns the session. */
    static Map<String, String> of(TestProject project, Map<String, String> sections)
            throws Exception {
        prepare(project, sections);
        StringBuilder session = new StringBuilder();
        for (String command : sections.getOrDefault("commands", "").split("\n")) {
            session.append("$ ").append(command).append('\n');
            session.append(run(project, command));
        }
        return Map.of("session", session.toString());
    }

    private static void prepare(TestProject project, Map<String, String> sections)
            throws Exception {
        for (Map.Entry<String, String> section : sections.entrySet()) {
            String name = section.getKey();
            if (name.equals("graph")) {
                project.graph(section.getValue());
            } else if (name.equals("config")) {
                project.write("limbeck.toml", section.getValue());
            } else if (name.equals("rows")) {
                project.rows(section.getValue().lines().filter(row -> !row.isBlank()).toList());
            } else if (name.startsWith("file ")) {
                project.write("migrations/" + name.substring("file ".length()), section.getValue());
            }
        }
    }

    private static String run(TestProject project, String command) throws IOException {
        if (command.startsWith("cat ")) {
            Path file = project.folder().resolve(command.substring("cat ".length()));
            return normal(Files.readString(file), project);
        }
        if (command.startsWith("cp ")) {
            String[] words = command.split(" ", -1);
            Files.copy(
                    project.folder().resolve(words[1]),
                    project.folder().resolve(words[2]),
                    StandardCopyOption.REPLACE_EXISTING);
            return "";
        }
        if (command.startsWith("rm ")) {
            Files.delete(project.folder().resolve(command.substring("rm ".length())));
            return "";
        }
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(command);
        while (matcher.find()) {
            words.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
        }
        Ended ended = project.run(words.subList(1, words.size()));
        StringBuilder text = new StringBuilder(readable(ended.out()));
        ended.err().lines().forEach(line -> text.append("! ").append(line).append('\n'));
        if (ended.code() != 0) {
            text.append("[exit code ").append(ended.code()).append("]\n");
        }
        return normal(text.toString(), project);
    }

    /** Breaks the one line of a document where a reader would. */
    private static String readable(String out) {
        return out.startsWith("{\"schemaVersion\"")
                ? out.replaceAll(",(\"(result|error|warnings|durationMs)\":)", ",\n  $1")
                        .replace("[{", "[\n    {")
                        .replace("},{", "},\n    {")
                : out;
    }

    /** Leaves out what differs from run to run. */
    private static String normal(String text, TestProject project) {
        return text.replace(project.folder() + "/", "")
                .replace(project.url(), "<URL>")
                .replace(project.database(), "<DATABASE>")
                .replaceAll("(?m)^! \t(at |\\.\\.\\. ).*\n", "")
                .replaceAll("(created: |\"created\":\")[-0-9T:]+Z", "$12026-11-23T10:00:00Z")
                .replaceAll(" +[0-9]+ ms\\b", "   0 ms")
                .replaceAll("\"durationMs\":[0-9]+", "\"durationMs\":0");
    }
}
