package dev.limbeck.foreign;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One file of formatted SQL. */
final class LiquibaseFile {
    private static final Pattern CHANGESET =
            Pattern.compile(
                    "\\s*--\\s*changeset\\s+(\"(?<qauthor>[^\"]*)\"|(?<author>[^:\\s]*)):"
                            + "(\"(?<qid>[^\"]*)\"|(?<id>\\S+))(?<attributes>.*)",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern ROLLBACK =
            Pattern.compile("\\s*--\\s*rollback\\b\\s?(?<sql>.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ROLLBACK_BLOCK =
            Pattern.compile("\\s*/\\*\\s*liquibase rollback\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern COMMENT =
            Pattern.compile("\\s*--\\s*comment:?\\s+(?<text>.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern PROPERTY =
            Pattern.compile(
                    "\\s*--\\s*property\\s+.*name:(?<name>\\S+)\\s+value:(?<value>\\S+).*",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER =
            Pattern.compile(
                    "\\s*--\\s*(preconditions?|precondition-[a-z-]+|ignoreLines|labels|context|"
                            + "validCheckSum)\\b.*",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern ATTRIBUTE =
            Pattern.compile("(?<key>[A-Za-z]+):(\"(?<quoted>[^\"]*)\"|(?<plain>\\S*))");
    private static final String NOT_REQUIRED = "not required";

    private final Path file;
    private final Reading reading;
    private final List<String> dialects;

    LiquibaseFile(Path file, Reading reading, List<String> dialects) {
        this.file = file;
        this.reading = reading;
        this.dialects = dialects;
    }

    /** Cuts the file; what stands before the first changeset is told. */
    List<Changeset> changesets(String text) {
        List<Changeset> changesets = new ArrayList<>();
        Optional<Changeset> current = Optional.empty();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            Matcher start = CHANGESET.matcher(line);
            if (start.matches()) {
                current = Optional.of(new Changeset(number, start));
                changesets.add(current.get());
            } else if (current.isPresent()) {
                current.get().add(number, line);
            } else {
                beforeAll(number, line);
            }
        }
        return changesets;
    }

    private void beforeAll(int number, String line) {
        Matcher property = PROPERTY.matcher(line);
        if (property.matches()) {
            reading.changed(
                    file,
                    number,
                    "a property becomes a placeholder",
                    "write "
                            + property.group("name")
                            + " = \""
                            + property.group("value")
                            + "\" under [vars] in limbeck.toml");
        } else if (!line.isBlank() && !line.strip().startsWith("--")) {
            reading.leftOut(
                    file,
                    number,
                    "it stands before the first changeset",
                    "put it where it belongs");
        } else if (OTHER.matcher(line).matches()) {
            notUnderstood(number, line.strip());
        }
    }

    private void notUnderstood(int number, String what) {
        reading.leftOut(
                file,
                number,
                "'" + what + "' has no counterpart",
                "decide what it means for this revision; what it guards runs everywhere now");
    }

    /** How a script is cut into statements. */
    private static final class Cut {
        private String delimiter = "";
        private boolean whole;
    }

    /** One changeset, as it is collected line by line. */
    final class Changeset {
        private final int line;
        private final String author;
        private final String id;
        private final StringBuilder sql = new StringBuilder();
        private final StringBuilder rollback = new StringBuilder();
        private final List<String> runsOn = new ArrayList<>();
        private String message = "";
        private String opening = "";
        private final Cut upCut = new Cut();
        private final Cut downCut = new Cut();
        private boolean hasRollback;
        private boolean inRollback;

        private Changeset(int line, Matcher start) {
            this.line = line;
            author = either(start.group("qauthor"), start.group("author"));
            id = either(start.group("qid"), start.group("id"));
            Matcher attribute = ATTRIBUTE.matcher(start.group("attributes"));
            while (attribute.find()) {
                String value = either(attribute.group("quoted"), attribute.group("plain"));
                understand(attribute.group("key"), value);
            }
        }

        String author() {
            return author;
        }

        String id() {
            return id;
        }

        private void understand(String key, String value) {
            switch (key.toLowerCase(Locale.ROOT)) {
                case "splitstatements" -> upCut.whole = value.equalsIgnoreCase("false");
                case "rollbacksplitstatements" -> downCut.whole = value.equalsIgnoreCase("false");
                case "enddelimiter" -> delimit(upCut, value);
                case "rollbackenddelimiter" -> delimit(downCut, value);
                case "runintransaction" -> {
                    if (value.equalsIgnoreCase("false")) {
                        opening += Reading.directive("transaction off");
                    }
                }
                case "dbms" -> runOn(value);
                case "stripcomments", "logicalfilepath", "failonerror" -> {
                    if (key.equalsIgnoreCase("failOnError") && value.equalsIgnoreCase("false")) {
                        notUnderstood(line, key + ":" + value);
                    }
                }
                case "runonchange", "runalways" -> {
                    if (value.equalsIgnoreCase("true")) {
                        reading.changed(
                                file,
                                line,
                                "'" + key + "' means that it runs again; here it runs once",
                                "its next change is a new revision");
                    }
                }
                default -> notUnderstood(line, key + ":" + value);
            }
        }

        private void delimit(Cut cut, String value) {
            if (value.matches("[^\\s\\\\]+")) {
                cut.delimiter = value;
            } else {
                notUnderstood(line, "endDelimiter:" + value);
            }
        }

        /** A database is the dialect that has its name, or the beginning of it. */
        private void runOn(String databases) {
            for (String database : databases.split(",", -1)) {
                String name = database.strip().toLowerCase(Locale.ROOT);
                Optional<String> dialect = dialects.stream().filter(name::startsWith).findFirst();
                if (dialect.isPresent()) {
                    runsOn.add(dialect.get());
                } else if (!name.equals("all")) {
                    notUnderstood(line, "dbms:" + database.strip());
                }
            }
        }

        private void add(int number, String text) {
            Matcher undo = ROLLBACK.matcher(text);
            Matcher comment = COMMENT.matcher(text);
            if (inRollback) {
                inRollback = !text.strip().endsWith("*/");
                rollback.append(inRollback ? text : text.replaceFirst("\\*/\\s*$", ""))
                        .append('\n');
            } else if (ROLLBACK_BLOCK.matcher(text).matches()) {
                inRollback = true;
                hasRollback = true;
            } else if (undo.matches()) {
                undo(number, undo.group("sql"));
            } else if (comment.matches()) {
                message = comment.group("text").strip();
            } else if (OTHER.matcher(text).matches()) {
                notUnderstood(number, text.strip());
            } else {
                sql.append(text).append('\n');
            }
        }

        private void undo(int number, String text) {
            String word = text.strip().toLowerCase(Locale.ROOT);
            if (word.startsWith("changesetid:")) {
                notUnderstood(number, "rollback " + text.strip());
                return;
            }
            hasRollback = true;
            if (!word.equals(NOT_REQUIRED) && !word.equals("empty") && !word.isEmpty()) {
                rollback.append(text).append('\n');
            }
        }

        /** Returns the revision it becomes. */
        ForeignRevision revision(String legalId) {
            String oneWay =
                    hasRollback ? "" : Reading.irreversible("Liquibase had no rollback for it");
            return ForeignRevision.inLine(
                            legalId,
                            message.isEmpty() ? id + " of " + author : message,
                            oneWay + opening + body(upCut, sql.toString().strip() + "\n"),
                            hasRollback
                                    ? Optional.of(opening + body(downCut, rollback.toString()))
                                    : Optional.empty(),
                            file)
                    .on(runsOn);
        }

        private String body(Cut cut, String script) {
            String declared = reading.withPlaceholders(file, script);
            if (script.isBlank()) {
                return declared;
            }
            if (cut.whole) {
                return Reading.directive("statement begin")
                        + declared
                        + Reading.directive("statement end");
            }
            return cut.delimiter.isEmpty()
                    ? declared
                    : Reading.directive("delimiter " + cut.delimiter) + declared;
        }
    }

    /** Of a quoted and a plain group one has matched. */
    private static String either(@Nullable String quoted, @Nullable String plain) {
        return quoted != null ? quoted : String.valueOf(plain);
    }
}
