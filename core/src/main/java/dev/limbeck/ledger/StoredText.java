package dev.limbeck.ledger;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A script's text as the history keeps it: compressed up to a bound, beyond it only a note.
 *
 * @param encoded {@code gzip:} and the compressed text in Base64, or {@code omitted:} and its size
 */
public record StoredText(String encoded) {
    /** The largest text that is kept, in bytes of UTF-8. */
    public static final int MAX_BYTES = 1 << 20;

    private static final String GZIP = "gzip:";
    private static final String OMITTED = "omitted:";

    /** Keeps a text, or notes its size where it is too large. */
    public static StoredText of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return bytes.length > MAX_BYTES ? omitted(bytes.length) : compressed(bytes);
    }

    /** Keeps a file's text, or notes its size where it is too large. */
    public static StoredText ofFile(Path file) throws IOException {
        long size = Files.size(file);
        return size > MAX_BYTES ? omitted(size) : compressed(Files.readAllBytes(file));
    }

    /** Notes the size of a text that is not kept. */
    public static StoredText omitted(long bytes) {
        return new StoredText(OMITTED + bytes + " bytes");
    }

    private static StoredText compressed(byte[] bytes) {
        ByteArrayOutputStream buffer = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(buffer)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory can't fail to be written", e);
        }
        return new StoredText(GZIP + Base64.getEncoder().encodeToString(buffer.toByteArray()));
    }

    /** Returns the text, or empty where it was too large to keep. */
    public Optional<String> text() {
        if (!encoded.startsWith(GZIP)) {
            return Optional.empty();
        }
        byte[] packed = Base64.getDecoder().decode(encoded.substring(GZIP.length()));
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return Optional.of(new String(gzip.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("a stored script is damaged", e);
        }
    }
}
