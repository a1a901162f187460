package dev.limbeck.script;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the bytes of a script come from, each time they are read. */
@FunctionalInterface
interface ScriptSource {
    InputStream open() throws IOException;

    static ScriptSource ofFile(Path file) {
        return () -> Files.newInputStream(file);
    }

    static ScriptSource ofText(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return () -> new ByteArrayInputStream(bytes);
    }
}
