package dev.limbeck.tck.server;

import dev.limbeck.tck.server.ServerSource.UnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Packages of Debian's, downloaded with its own tools and unpacked, not installed. */
final class DebianPackages {
    private DebianPackages() {}

    /** Downloads packages into a folder and unpacks them there. */
    static void unpack(Path folder, List<String> names) throws IOException, InterruptedException {
        for (String name : names) {
            Commands.runIn(folder, List.of("apt-get", "download", "-q", name));
        }
        List<Path> packages;
        try (Stream<Path> files = Files.list(folder)) {
            packages = files.filter(file -> file.toString().endsWith(".deb")).sorted().toList();
        }
        for (Path each : packages) {
            Commands.run(List.of("dpkg-deb", "-x", each.toString(), folder.toString()));
            Files.delete(each);
        }
    }

    /** Returns the file or folder of a name among what was unpacked; programs before all else. */
    static Path one(Path folder, String name) throws IOException, UnavailableException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> found = files.filter(file -> file.endsWith(name)).sorted().toList();
            return found.stream()
                    .filter(file -> !Files.isDirectory(file) && Files.isExecutable(file))
                    .reduce((first, second) -> second)
                    .or(() -> found.stream().findFirst())
                    .orElseThrow(() -> new UnavailableException("the package has no " + name));
        }
    }
}
