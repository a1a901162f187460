package dev.limbeck.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What identifies a script's text; byte order mark and line ends never count.
 *
 * @param exact {@code sha256:} and the digest of the text
 * @param tokens {@code tokens-sha256:} and the digest of its tokens: comments, white space and the
 *     case of keywords left out
 */
public record Checksum(String exact, String tokens) {
    /**
     * Returns the exact digest of a file, without cutting it into tokens: what tells quickly that a
     * file is still the one that ran.
     */
    public static String exactOf(Path file) throws IOException {
        try (DigestedStream in = new DigestedStream(Files.newInputStream(file))) {
            return in.finish();
        }
    }
}
