package dev.limbeck.script;

import dev.limbeck.error.ConfigException;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The comment lines a new file opens with. */
final class HeaderText {
    private HeaderText() {}

    /** Returns the header of an up file. */
    static String of(NewRevision revision, String id, ZonedDateTime created) {
        StringBuilder header = new StringBuilder(message(revision.message()));
        if (!header.isEmpty()) {
            header.append("--\n");
        }
        line(header, HeaderKey.REVISION, id);
        line(header, HeaderKey.REVISES, String.join(", ", revision.revises()));
        lineUnlessEmpty(header, HeaderKey.BRANCH_LABELS, revision.branchLabels());
        lineUnlessEmpty(header, HeaderKey.DEPENDS_ON, revision.dependsOn());
        line(header, HeaderKey.CREATED, date(created));
        lineUnlessEmpty(header, HeaderKey.DIALECTS, revision.dialects());
        lineUnlessEmpty(header, HeaderKey.REPLACES, revision.replaces());
        return header.toString();
    }

    private static String date(ZonedDateTime created) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                created.truncatedTo(ChronoUnit.SECONDS));
    }

    /** Returns a message as comment lines; none where it is empty. */
    static String message(String message) {
        StringBuilder lines = new StringBuilder();
        message.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .peek(HeaderText::refuseKeys)
                .forEach(line -> lines.append("-- ").append(line).append('\n'));
        return lines.toString();
    }

    /** A line of the message that reads as a key would be one. */
    private static void refuseKeys(String line) {
        Optional<String> word = HeaderReader.keyWord(line);
        if (word.isPresent()) {
            throw new ConfigException(
                    Diagnostic.error(
                                    ErrorCode.USAGE,
                                    "a line of the message begins with '"
                                            + word.get()
                                            + ":', which has a meaning of its own in a file's"
                                            + " header")
                            .withHint("begin it with another word"));
        }
    }

    private static void lineUnlessEmpty(StringBuilder header, HeaderKey key, List<String> values) {
        if (!values.isEmpty()) {
            line(header, key, String.join(", ", values));
        }
    }

    private static void line(StringBuilder header, HeaderKey key, String value) {
        header.append("-- ").append(key.word()).append(':');
        header.append(value.isEmpty() ? "" : " " + value).append('\n');
    }
}
