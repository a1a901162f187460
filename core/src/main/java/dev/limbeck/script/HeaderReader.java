package dev.limbeck.script;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.SourceLocation;
import dev.limbeck.error.Suggestion;
import dev.limbeck.script.Header.Line;
import dev.limbeck.text.StrictUtf8;
import dev.limbeck.text.WrongByteException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the header of one file: its line comments and blank lines up to the first line that is
 * neither. What follows is not read, however large the file is; a short file is read as a whole.
 */
final class HeaderReader {
    private static final String RULERS = "-=*#_~+/ ";
    private static final String DIRECTIVE = "limbeck";
    private static final int FIRST_READ = 512;

    /** Up to this size a file is read in one piece. */
    private static final int SHORT = 2 * 1024;

    /** Where a header this long has not ended, the rest is taken for ordinary comments. */
    static final int LONGEST = 256 * 1024;

    /**
     * What was found.
     *
     * @param header empty where the file could not be read or decoded
     * @param whole the file's bytes where all of them were read
     */
    record Result(
            Optional<Header> header, Optional<ScriptSource> whole, List<Diagnostic> findings) {
        Result {
            findings = List.copyOf(findings);
        }
    }

    private final Path shown;
    private final List<Diagnostic> findings = new ArrayList<>();
    private final Map<HeaderKey, Line> entries = new EnumMap<>(HeaderKey.class);
    private Optional<String> message = Optional.empty();
    private boolean broken;

    private HeaderReader(Path shown) {
        this.shown = shown;
    }

    /** Reads a file's header. */
    static Result read(ScriptFile file) {
        Path shown = file.shown();
        HeaderReader reader = new HeaderReader(shown);
        byte[] start = new byte[firstRead(file)];
        int length;
        try (InputStream in = open(file.path())) {
            length = in.readNBytes(start, 0, start.length);
            reader.scan(in, start, length);
        } catch (IOException e) {
            return new Result(
                    Optional.empty(),
                    Optional.empty(),
                    List.of(
                            Diagnostic.error(
                                    ErrorCode.FILE_UNREADABLE,
                                    "'" + shown + "' can't be read: " + e,
                                    SourceLocation.of(shown))));
        }
        return reader.result(
                length < start.length
                        ? Optional.of(ScriptSource.ofBytes(start, length))
                        : Optional.empty());
    }

    /** One byte more than a short file has, so that its end is met. */
    private static int firstRead(ScriptFile file) {
        long size = file.state().map(ScriptFile.FileState::size).orElse(Long.MAX_VALUE);
        return size <= SHORT ? (int) size + 1 : FIRST_READ;
    }

    /** A channel's stream takes twice as long for a short read, ten thousand times at a start. */
    static InputStream open(Path file) throws IOException {
        return file.getFileSystem().equals(FileSystems.getDefault())
                ? new FileInputStream(file.toFile())
                : Files.newInputStream(file);
    }

    private Result result(Optional<ScriptSource> whole) {
        return new Result(
                broken
                        ? Optional.empty()
                        : Optional.of(new Header(shown, message.orElse(""), entries)),
                whole,
                findings);
    }

    private void scan(InputStream in, byte[] first, int count) throws IOException {
        byte[] buffer = first;
        int length = count;
        boolean complete = length < buffer.length;
        int start = StrictUtf8.markLength(buffer, length);
        int line = 1;
        while (!broken) {
            LineBytes bounds = LineBytes.at(buffer, start, length);
            int next = bounds.next(buffer, length);
            if (next >= length && !complete) {
                if (length == buffer.length) {
                    buffer = Arrays.copyOf(buffer, length * 2);
                }
                int more = in.read(buffer, length, buffer.length - length);
                complete = more < 0 || length > LONGEST;
                length += Math.max(0, more);
                continue;
            }
            if (start >= length || !take(buffer, start, bounds.end(), line)) {
                return;
            }
            start = next;
            line++;
        }
    }

    /** Takes one line in; returns whether the header may go on after it. */
    private boolean take(byte[] bytes, int start, int end, int line) {
        int from = start;
        while (from < end && (bytes[from] == ' ' || bytes[from] == '\t')) {
            from++;
        }
        if (from == end) {
            return true;
        }
        boolean comment = from + 1 < end && bytes[from] == '-' && bytes[from + 1] == '-';
        if (!comment) {
            refuseOtherEncodings(bytes, start, line);
            return false;
        }
        try {
            comment(StrictUtf8.decode(bytes, start, end), line, from - start + 2);
        } catch (WrongByteException e) {
            refuse(e, line);
        }
        return true;
    }

    /** A file in UTF-16 has no line comments at all; say so instead of missing its keys. */
    private void refuseOtherEncodings(byte[] bytes, int start, int line) {
        int first = bytes[start] & 0xFF;
        if (line == 1 && (first == 0xFE || first == 0xFF)) {
            refuse(new WrongByteException(bytes[start], 1, 1), line);
        }
    }

    private void refuse(WrongByteException e, int line) {
        broken = true;
        findings.add(
                Diagnostic.error(
                                ErrorCode.INVALID_UTF8,
                                e.sentence(),
                                new SourceLocation(shown, line, e.column()))
                        .withHint("save the file as UTF-8"));
    }

    /**
     * Takes in a comment.
     *
     * @param bodyStart offset of what follows the two hyphens
     */
    private void comment(String text, int line, int bodyStart) {
        int from = skipBlanks(text, bodyStart);
        int wordEnd = endOfWord(text, from);
        int colon = skipBlanks(text, wordEnd);
        String word = text.substring(from, wordEnd);
        if (word.isEmpty() || colon >= text.length() || text.charAt(colon) != ':') {
            ordinary(text.substring(from).strip());
            return;
        }
        if (word.equals(DIRECTIVE)) {
            return;
        }
        Optional<HeaderKey> key = HeaderKey.of(word);
        if (key.isPresent()) {
            keyLine(key.get(), text, line, from, colon + 1);
        } else {
            ordinary(text.substring(from).strip());
            warnIfMistyped(word, line, from + 1);
        }
    }

    /** Returns the word by which a comment would be taken for more than an ordinary one. */
    static Optional<String> keyWord(String comment) {
        int end = endOfWord(comment, 0);
        int colon = skipBlanks(comment, end);
        String word = comment.substring(0, end);
        boolean meaning =
                colon < comment.length()
                        && comment.charAt(colon) == ':'
                        && (word.equals(DIRECTIVE) || HeaderKey.of(word).isPresent());
        return meaning ? Optional.of(word) : Optional.empty();
    }

    private void keyLine(HeaderKey key, String text, int line, int keyStart, int valueStart) {
        String rest = text.substring(valueStart);
        int blanks = rest.length() - rest.stripLeading().length();
        int column = rest.isBlank() ? valueStart + 1 : valueStart + blanks + 1;
        Line entry = new Line(rest.strip(), line, keyStart + 1, column);
        Line first = entries.putIfAbsent(key, entry);
        if (first != null) {
            findings.add(
                    Diagnostic.error(
                            ErrorCode.HEADER_KEY_REPEATED,
                            "'"
                                    + key.word()
                                    + ":' stands twice in the header, first in line "
                                    + first.line(),
                            new SourceLocation(shown, line, keyStart + 1)));
        }
    }

    /** The first line of words is the message; rulers and frames are not words. */
    private void ordinary(String text) {
        for (int i = 0; message.isEmpty() && i < text.length(); i++) {
            if (RULERS.indexOf(text.charAt(i)) < 0) {
                message = Optional.of(text);
            }
        }
    }

    private void warnIfMistyped(String word, int line, int column) {
        Suggestion.nearest(word, HeaderKey.words())
                .ifPresent(
                        known ->
                                findings.add(
                                        Diagnostic.warning(
                                                        ErrorCode.HEADER_KEY_UNKNOWN,
                                                        "'"
                                                                + word
                                                                + ":' is no header key, the line is"
                                                                + " an ordinary comment",
                                                        new SourceLocation(shown, line, column))
                                                .withHint("did you mean '" + known + ":'?")));
    }

    private static int skipBlanks(String text, int start) {
        int end = start;
        while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        return end;
    }

    private static int endOfWord(String text, int start) {
        int end = start;
        while (end < text.length()
                && (Character.isLetterOrDigit(text.charAt(end))
                        || text.charAt(end) == '-'
                        || text.charAt(end) == '_')) {
            end++;
        }
        return end;
    }
}
