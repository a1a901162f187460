package dev.limbeck.foreign;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code V1_1__create_account.sql}, its {@code U1_1__…} and {@code R__…}: versions by number,
 * part by part, then what is repeatable by name.
 */
final class FlywayReader implements ForeignReader {
    private static final Pattern NAME =
            Pattern.compile("(?<kind>[VUB])(?<version>[0-9]+([._][0-9]+)*)__(?<title>.*)\\.sql");
    private static final Pattern REPEATABLE = Pattern.compile("R__(?<title>.*)\\.sql");
    private static final Pattern CALLBACK =
            Pattern.compile("(before|after|create)[A-Z][A-Za-z]*(__.*)?\\.sql");
    private static final String SETTINGS = ".conf";
    private static final Pattern SETTING = Pattern.compile("\\s*([^#=\\s]+)\\s*=\\s*(\\S+)\\s*");

    private final Reading reading = new Reading();
    private final Map<Version, Path> versioned = new TreeMap<>();
    private final Map<Version, Path> undoing = new TreeMap<>();
    private final Map<String, Path> repeatable = new TreeMap<>();
    private final Map<Path, Path> settings = new HashMap<>();

    /** A version: its parts are numbers, and those missing at the end are zero. */
    private record Version(String text, List<BigInteger> parts) implements Comparable<Version> {
        private static final Comparator<Version> BY_PARTS =
                (left, right) -> {
                    int longer = Math.max(left.parts.size(), right.parts.size());
                    for (int i = 0; i < longer; i++) {
                        int order = left.part(i).compareTo(right.part(i));
                        if (order != 0) {
                            return order;
                        }
                    }
                    return 0;
                };

        static Version of(String text) {
            String dotted = text.replace('_', '.');
            List<BigInteger> parts = new ArrayList<>();
            for (String part : dotted.split("\\.", -1)) {
                parts.add(new BigInteger(part));
            }
            return new Version(dotted, parts);
        }

        private BigInteger part(int index) {
            return index < parts.size() ? parts.get(index) : BigInteger.ZERO;
        }

        @Override
        public int compareTo(Version other) {
            return BY_PARTS.compare(this, other);
        }
    }

    @Override
    public ForeignFolder read(ForeignFiles files) {
        files.all().forEach(this::place);
        List<ForeignRevision> revisions = new ArrayList<>();
        versioned.forEach((version, file) -> revisions.add(revision(version, file)));
        repeatable.forEach((title, file) -> revisions.add(repeated(title, file)));
        undoing.forEach(
                (version, file) -> {
                    if (!versioned.containsKey(version)) {
                        reading.leftOut(
                                file,
                                0,
                                "it undoes version " + version.text() + ", which has no file",
                                "copy it by hand if it matters");
                    }
                });
        settings.forEach(
                (script, file) ->
                        reading.leftOut(
                                file,
                                0,
                                "it is for " + ForeignFiles.name(script) + ", which was not read",
                                "say by a directive what matters of it"));
        return new ForeignFolder(revisions, reading.findings());
    }

    private void place(Path file) {
        String name = ForeignFiles.name(file);
        Matcher matcher = NAME.matcher(name);
        Matcher again = REPEATABLE.matcher(name);
        if (name.endsWith(SETTINGS) && name.contains(".sql")) {
            String script = name.substring(0, name.length() - SETTINGS.length());
            settings.put(file.resolveSibling(script), file);
        } else if (again.matches()) {
            place(repeatable, again.group("title"), file);
        } else if (matcher.matches()) {
            Version version = Version.of(matcher.group("version"));
            switch (matcher.group("kind")) {
                case "V" -> place(versioned, version, file);
                case "U" -> place(undoing, version, file);
                default ->
                        reading.leftOut(
                                file,
                                0,
                                "it is a baseline: all versions up to "
                                        + version.text()
                                        + " at once",
                                "the versions themselves are taken over; a new database runs them");
            }
        } else {
            passOver(file, name);
        }
    }

    private <K> void place(Map<K, Path> files, K key, Path file) {
        Path other = files.putIfAbsent(key, file);
        if (other != null) {
            reading.refused(
                    file,
                    0,
                    "two files have one version: the other one is " + ForeignFiles.where(other, 0),
                    "give one of them another version");
        }
    }

    private void passOver(Path file, String name) {
        if (CALLBACK.matcher(name).matches()) {
            reading.leftOut(
                    file,
                    0,
                    "it is a callback",
                    "commands before and after a run stand under [hooks] in limbeck.toml");
        } else if (name.endsWith(".java") || name.endsWith(".class")) {
            reading.leftOut(
                    file,
                    0,
                    "it is a migration in Java",
                    "write in SQL what it does, in its place");
        } else {
            reading.leftOut(
                    file,
                    0,
                    "the name is not V…__TITLE.sql, U…__TITLE.sql or R__TITLE.sql",
                    "Flyway passes it over too unless it is set up otherwise");
        }
    }

    private ForeignRevision revision(Version version, Path file) {
        Optional<Path> undo = Optional.ofNullable(undoing.get(version));
        String oneWay =
                undo.isPresent() ? "" : Reading.irreversible("Flyway had no undo script for it");
        Matcher name = NAME.matcher(ForeignFiles.name(file));
        return ForeignRevision.inLine(
                version.text(),
                name.matches() ? Reading.words(name.group("title")) : "",
                oneWay + script(file),
                undo.map(this::script),
                file);
    }

    /** What Flyway runs again whenever it changes is, as it stands now, the last thing to run. */
    private ForeignRevision repeated(String title, Path file) {
        reading.changed(
                file,
                0,
                "it is repeatable, and becomes a revision after all versions",
                "its next change is a new revision");
        return ForeignRevision.inLine(
                ForeignId.legal("R__" + title),
                Reading.words(title),
                Reading.irreversible("it was a repeatable script") + script(file),
                Optional.empty(),
                file);
    }

    private String script(Path file) {
        Path beside = settings.remove(file);
        String directives = beside == null ? "" : directives(beside);
        return directives
                + reading.withPlaceholders(
                        file, reading.withoutBrackets(file, ForeignFiles.text(file)));
    }

    private String directives(Path file) {
        StringBuilder directives = new StringBuilder();
        int number = 0;
        for (String line : ForeignFiles.text(file).lines().toList()) {
            number++;
            Matcher setting = SETTING.matcher(line);
            boolean understood =
                    setting.matches() && setting.group(1).equals("executeInTransaction");
            if (understood && setting.group(2).equals("false")) {
                directives.append(Reading.directive("transaction off"));
            } else if (!understood && !line.isBlank() && !line.strip().startsWith("#")) {
                reading.leftOut(
                        file,
                        number,
                        "the setting '" + line.strip() + "' is not understood",
                        "look what it does, and say it by a directive");
            }
        }
        return directives.toString();
    }
}
