package dev.limbeck.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A user's own jars: JDBC drivers and dialects that lie in a folder beside the program.
 *
 * <p>They come through a class loader below the program's own. The program's class path stays as it
 * was, which is what the archive of its classes is made for.
 */
final class Drivers {
    /** The folder, as the launcher says it. */
    private static final String FOLDER = "limbeck.drivers";

    private Drivers() {}

    /** Lets this thread, and those it starts, find what the launcher's folder holds. */
    static void install() {
        String folder = System.getProperty(FOLDER, "");
        if (folder.isEmpty()) {
            return;
        }
        List<Path> jars = jars(Path.of(folder));
        if (!jars.isEmpty()) {
            Thread thread = Thread.currentThread();
            thread.setContextClassLoader(loader(jars, thread.getContextClassLoader()));
        }
    }

    /** Returns a class loader that finds in some jars what its parent doesn't find. */
    static ClassLoader loader(List<Path> jars, ClassLoader parent) {
        return new URLClassLoader(jars.stream().map(Drivers::url).toArray(URL[]::new), parent);
    }

    /** Returns the jars of a folder, sorted; none where there is no such folder. */
    static List<Path> jars(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> jars = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.jar")) {
            files.forEach(jars::add);
        } catch (IOException e) {
            throw new UncheckedIOException("can't read the folder of drivers " + folder, e);
        }
        Collections.sort(jars);
        return jars;
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("no URL for " + jar, e);
        }
    }
}
