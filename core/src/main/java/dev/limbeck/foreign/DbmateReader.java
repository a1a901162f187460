package dev.limbeck.foreign;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code 20200317160354_create_account.sql} with its two sections, by name. */
final class DbmateReader implements ForeignReader {
    private static final Pattern NAME = Pattern.compile("(?<version>[0-9]+)(?<title>.*)\\.sql");
    private static final Pattern SECTION =
            Pattern.compile(
                    "(?m)^--\\s*migrate:(?<direction>up|down)(?<options>[^\\r\\n]*)\\r?\\n?");
    private static final String NO_TRANSACTION = "transaction:false";

    private final Reading reading = new Reading();
    private final Map<String, Path> versions = new HashMap<>();

    @Override
    public ForeignFolder read(ForeignFiles files) {
        List<ForeignRevision> revisions = new ArrayList<>();
        List<Path> sorted = new ArrayList<>(files.all());
        sorted.sort(Comparator.comparing(ForeignFiles::name));
        for (Path file : sorted) {
            Matcher name = NAME.matcher(ForeignFiles.name(file));
            if (name.matches()) {
                revision(file, name).ifPresent(revisions::add);
            } else {
                reading.leftOut(
                        file,
                        0,
                        "the name is not VERSION_TITLE.sql",
                        "dbmate passes it over too; copy it by hand if it matters");
            }
        }
        return new ForeignFolder(revisions, reading.findings());
    }

    private Optional<ForeignRevision> revision(Path file, Matcher name) {
        Path other = versions.putIfAbsent(name.group("version"), file);
        if (other != null) {
            reading.refused(
                    file,
                    0,
                    "two files have the version "
                            + name.group("version")
                            + ": the other one is "
                            + ForeignFiles.where(other, 0),
                    "give one of them another number");
        }
        String text = ForeignFiles.text(file);
        Matcher section = SECTION.matcher(text);
        if (!section.find() || !section.group("direction").equals("up")) {
            reading.refused(
                    file,
                    0,
                    "the file does not begin with a section '-- migrate:up'",
                    "dbmate refuses it too");
            return Optional.empty();
        }
        String opening = text.substring(0, section.start());
        int upBegins = section.end();
        String upOptions = section.group("options");
        boolean hasDown = section.find();
        String up = opening + text.substring(upBegins, hasDown ? section.start() : text.length());
        Optional<String> down =
                hasDown
                        ? Optional.of(
                                directives(file, section.group("options"))
                                        + text.substring(section.end()))
                        : Optional.empty();
        if (hasDown && section.find()) {
            reading.refused(
                    file,
                    0,
                    "the file has more than one section up and one section down",
                    "make two files of it");
        }
        String oneWay = hasDown ? "" : Reading.irreversible("dbmate had no section for it");
        return Optional.of(
                ForeignRevision.inLine(
                        name.group("version"),
                        Reading.words(name.group("title")),
                        oneWay + directives(file, upOptions) + up,
                        down,
                        file));
    }

    /** Returns what the options of a section say, in our words. */
    private String directives(Path file, String options) {
        StringBuilder directives = new StringBuilder();
        for (String option : options.strip().split("\\s+", -1)) {
            if (option.toLowerCase(Locale.ROOT).equals(NO_TRANSACTION)) {
                directives.append(Reading.directive("transaction off"));
            } else if (!option.isEmpty() && !option.equals("transaction:true")) {
                reading.leftOut(
                        file,
                        0,
                        "the option '" + option + "' of a section is not understood",
                        "look what it does, and say it by a directive");
            }
        }
        return directives.toString();
    }
}
