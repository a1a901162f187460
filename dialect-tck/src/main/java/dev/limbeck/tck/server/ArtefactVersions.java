package dev.limbeck.tck.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The versions of a server whose artefacts have its version in their names.
 *
 * @param servers where the build copies artefacts
 * @param cache where they are unpacked
 * @param artefact what stands before the version in an artefact's name
 * @param folder what stands before it in the name of an unpacked one
 */
record ArtefactVersions(Path servers, ArtefactCache cache, String artefact, String folder) {
    private static final String JAR = ".jar";

    /** Returns the artefact's file. */
    Path file(String version) {
        return servers.resolve(artefact + version + JAR);
    }

    /** Returns the newest version of what was copied, else of what was unpacked before. */
    String newest(Optional<String> wanted) throws ServerSource.UnavailableException, IOException {
        String beginning = wanted.map(version -> version + ".").orElse("");
        Optional<String> copied = newest(beginning, copied());
        Optional<String> found = copied.isPresent() ? copied : newest(beginning, unpacked());
        return found.orElseThrow(
                () ->
                        new ServerSource.UnavailableException(
                                "no "
                                        + artefact
                                        + beginning
                                        + "* in "
                                        + servers
                                        + ", where Maven copies it before the tests"));
    }

    private static Optional<String> newest(String beginning, List<String> versions) {
        return versions.stream()
                .filter(version -> (version + ".").startsWith(beginning))
                .max(Comparator.comparing(Runtime.Version::parse));
    }

    private List<String> copied() throws IOException {
        if (!Files.isDirectory(servers)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(servers)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(artefact) && name.endsWith(JAR))
                    .map(name -> name.substring(artefact.length(), name.length() - JAR.length()))
                    .toList();
        }
    }

    private List<String> unpacked() throws IOException {
        return cache.finished().stream()
                .filter(name -> name.matches(folder + "[0-9.]+"))
                .map(name -> name.substring(folder.length()))
                .toList();
    }
}
