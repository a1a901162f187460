package dev.limbeck.foreign;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code 1_create_account.up.sql} and {@code 1_create_account.down.sql}, by number. */
final class GolangMigrateReader implements ForeignReader {
    private static final Pattern NAME =
            Pattern.compile("(?<version>[0-9]+)_(?<title>.*)\\.(?<direction>up|down)\\.sql");

    private final Reading reading = new Reading();
    private final Map<BigInteger, Pair> pairs = new TreeMap<>();

    /** The files of one number. */
    private static final class Pair {
        private @Nullable Path up;
        private @Nullable Path down;
    }

    @Override
    public ForeignFolder read(ForeignFiles files) {
        files.all().forEach(this::place);
        List<ForeignRevision> revisions = new ArrayList<>();
        for (Pair pair : pairs.values()) {
            Path up = pair.up;
            if (up == null) {
                reading.refused(
                        Objects.requireNonNull(pair.down),
                        0,
                        "there is a down file, and no up file of its number",
                        "add the up file, or take this one away");
            } else {
                revisions.add(revision(up, Optional.ofNullable(pair.down)));
            }
        }
        return new ForeignFolder(revisions, reading.findings());
    }

    private void place(Path file) {
        Matcher name = NAME.matcher(ForeignFiles.name(file));
        if (!name.matches()) {
            reading.leftOut(
                    file,
                    0,
                    "the name is not VERSION_TITLE.up.sql or VERSION_TITLE.down.sql",
                    "golang-migrate passes it over too; copy it by hand if it matters");
            return;
        }
        Pair pair = pairs.computeIfAbsent(new BigInteger(name.group("version")), any -> new Pair());
        boolean isUp = name.group("direction").equals("up");
        Path other = isUp ? pair.up : pair.down;
        if (other != null) {
            reading.refused(
                    file,
                    0,
                    "two files have the number "
                            + name.group("version")
                            + ": the other one is "
                            + ForeignFiles.where(other, 0),
                    "give one of them another number");
        } else if (isUp) {
            pair.up = file;
        } else {
            pair.down = file;
        }
    }

    private ForeignRevision revision(Path up, Optional<Path> down) {
        Matcher name = NAME.matcher(ForeignFiles.name(up));
        if (!name.matches()) {
            throw new IllegalStateException("placed under a number, but without one: " + up);
        }
        String script = script(up);
        return ForeignRevision.inLine(
                name.group("version"),
                Reading.words(name.group("title")),
                down.isPresent()
                        ? script
                        : Reading.irreversible("golang-migrate had no down file") + script,
                down.map(this::script),
                up);
    }

    private String script(Path file) {
        return reading.withoutBrackets(file, ForeignFiles.text(file));
    }
}
