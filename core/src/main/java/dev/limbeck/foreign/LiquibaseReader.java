package dev.limbeck.foreign;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads formatted SQL: files that open with {@code --liquibase formatted sql}, cut at their
 * changesets. The order of files is that in which a changelog of another form includes them, else
 * that of their paths.
 */
final class LiquibaseReader implements ForeignReader {
    private static final Pattern OPENING =
            Pattern.compile("\\s*--\\s*liquibase formatted sql.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern INCLUDED =
            Pattern.compile("\\bfile[\"']?\\s*[:=]\\s*[\"']?(?<file>[^\"'\\s,}]+\\.sql)");

    private final Reading reading = new Reading();
    private final Set<String> taken = new HashSet<>();

    @Override
    public ForeignFolder read(ForeignFiles files) {
        List<ForeignRevision> revisions = new ArrayList<>();
        for (Path file : ordered(files)) {
            String text = ForeignFiles.text(file);
            if (text.lines().anyMatch(line -> OPENING.matcher(line).matches())) {
                LiquibaseFile cut = new LiquibaseFile(file, reading, files.dialects());
                cut.changesets(text).forEach(set -> revisions.add(set.revision(id(set))));
            } else {
                reading.leftOut(
                        file,
                        0,
                        "it does not open with '--liquibase formatted sql'",
                        "copy what it does into a revision by hand");
            }
        }
        return new ForeignFolder(revisions, reading.findings());
    }

    private List<Path> ordered(ForeignFiles files) {
        List<Path> scripts = new ArrayList<>();
        Set<Path> included = new LinkedHashSet<>();
        for (Path file : files.all()) {
            if (ForeignFiles.name(file).endsWith(".sql")) {
                scripts.add(file);
            } else {
                include(file, files, included);
            }
        }
        List<Path> order = new ArrayList<>(included);
        for (Path script : scripts) {
            if (!included.contains(script)) {
                if (!included.isEmpty()) {
                    reading.changed(
                            script,
                            0,
                            "no changelog includes it by name; it comes after those included",
                            "look whether that is its place");
                }
                order.add(script);
            }
        }
        return order;
    }

    private void include(Path changelog, ForeignFiles files, Set<Path> included) {
        int before = included.size();
        Matcher name = INCLUDED.matcher(ForeignFiles.text(changelog));
        while (name.find()) {
            String wanted = name.group("file").replace('\\', '/').replaceFirst("^\\./", "");
            files.all().stream()
                    .filter(
                            file ->
                                    ("/" + files.inside(file)).endsWith("/" + wanted)
                                            || ("/" + wanted).endsWith("/" + files.inside(file)))
                    .findFirst()
                    .ifPresent(included::add);
        }
        if (included.size() > before) {
            reading.changed(
                    changelog,
                    0,
                    "only the order of the files it includes was taken over",
                    "changes written in it are to be copied by hand");
        } else {
            reading.leftOut(
                    changelog,
                    0,
                    "it is no formatted SQL",
                    "what it changes is to be written in SQL by hand");
        }
    }

    /** Returns an id that is legal here and used once. */
    private String id(LiquibaseFile.Changeset changeset) {
        String plain = ForeignId.legal(changeset.id());
        String withAuthor = ForeignId.legal(changeset.author() + "." + changeset.id());
        String id = taken.contains(plain) ? withAuthor : plain;
        for (int again = 2; !taken.add(id); again++) {
            id = ForeignId.legal(again + "." + changeset.author() + "." + changeset.id());
        }
        return id;
    }
}
