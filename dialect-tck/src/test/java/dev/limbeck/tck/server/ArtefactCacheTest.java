package dev.limbeck.tck.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArtefactCacheTest {
    @TempDir Path root;
    private ArtefactCache cache;

    @BeforeEach
    void openCache() {
        cache = new ArtefactCache(root);
    }

    @Test
    void fillsAFolderOnce() throws Exception {
        var fillings = new AtomicInteger();
        for (int i = 0; i < 3; i++) {
            Path folder =
                    cache.folder(
                            "thing-1",
                            empty -> {
                                Files.writeString(empty.resolve("file"), "text");
                                fillings.incrementAndGet();
                            });
            assertThat(folder.resolve("file")).hasContent("text");
        }
        assertThat(fillings).hasValue(1);
        assertThat(cache.finished()).containsExactly("thing-1");
    }

    @Test
    void fillsAgainWhatWasLeftHalfDone() throws Exception {
        assertThatThrownBy(
                        () ->
                                cache.folder(
                                        "thing-1",
                                        empty -> {
                                            Files.writeString(empty.resolve("half"), "ha");
                                            throw new IOException("killed");
                                        }))
                .hasMessage("killed");
        assertThat(cache.finished()).isEmpty();

        Path folder =
                cache.folder("thing-1", empty -> Files.writeString(empty.resolve("whole"), "all"));

        assertThat(folder).isDirectoryNotContaining("glob:**/half");
        assertThat(folder.resolve("whole")).hasContent("all");
    }

    @Test
    void unpacksLinksAndExecutableBits() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(packed)) {
            put(tar, "bin/program", 0755, "run");
            put(tar, "share/data", 0644, "read");
            var link = new TarArchiveEntry("lib/link", TarArchiveEntry.LF_SYMLINK);
            link.setLinkName("../share/data");
            tar.putArchiveEntry(link);
            tar.closeArchiveEntry();
        }

        ArtefactCache.untar(new ByteArrayInputStream(packed.toByteArray()), root);

        assertThat(root.resolve("bin/program")).isExecutable().hasContent("run");
        assertThat(Files.isExecutable(root.resolve("share/data"))).isFalse();
        assertThat(root.resolve("lib/link")).isSymbolicLink().hasContent("read");
    }

    @Test
    void unpacksNothingOutsideTheFolder() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(packed)) {
            put(tar, "../escaped", 0644, "out");
        }
        assertThatThrownBy(
                        () ->
                                ArtefactCache.untar(
                                        new ByteArrayInputStream(packed.toByteArray()),
                                        Files.createDirectory(root.resolve("inner"))))
                .hasMessageContaining("../escaped");
        assertThat(root.resolve("escaped")).doesNotExist();
    }

    private static void put(TarArchiveOutputStream tar, String name, int mode, String text)
            throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        var entry = new TarArchiveEntry(name);
        entry.setMode(mode);
        entry.setSize(bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }
}
