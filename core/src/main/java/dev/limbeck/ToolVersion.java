package dev.limbeck;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Which version of Limbeck this is; the build writes it into the archive. */
public final class ToolVersion {
    private static final String RESOURCE = "version.txt";

    private ToolVersion() {}

    /** Returns the version as Maven has it, for example {@code 1.4.0}. */
    public static String current() {
        try (InputStream text = ToolVersion.class.getResourceAsStream(RESOURCE)) {
            if (text == null) {
                throw new IllegalStateException("the build left out " + RESOURCE);
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
