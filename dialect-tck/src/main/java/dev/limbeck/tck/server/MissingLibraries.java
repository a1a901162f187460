package dev.limbeck.tck.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes stand-ins for libraries that a program wants and this machine has not. */
final class MissingLibraries {
    private static final Pattern MISSING =
            Pattern.compile("error while loading shared libraries: ([^:]+):");

    /** The functions that MySQL 8 looks for. */
    private static final Map<String, Map<String, List<String>>> KNOWN =
            Map.of(
                    "libaio.so.1",
                    new TreeMap<>(
                            Map.of(
                                    "LIBAIO_0.1",
                                    List.of("io_submit"),
                                    "LIBAIO_0.4",
                                    List.of("io_setup", "io_getevents", "io_destroy"))),
                    "libnuma.so.1",
                    new TreeMap<>(
                            Map.of(
                                    "libnuma_1.1",
                                    List.of(
                                            "numa_available",
                                            "numa_free",
                                            "set_mempolicy",
                                            "mbind",
                                            "numa_alloc_local",
                                            "numa_alloc_onnode"),
                                    "libnuma_1.2",
                                    List.of(
                                            "numa_bitmask_free",
                                            "numa_get_mems_allowed",
                                            "numa_node_of_cpu",
                                            "numa_all_nodes_ptr"))));

    private MissingLibraries() {}

    /**
     * Runs a program until it finds all its libraries.
     *
     * @param folder where stand-ins are put
     * @param command runs the program with {@code folder} among its libraries, and ends at once
     */
    static void provide(Path folder, List<String> command)
            throws IOException, InterruptedException {
        for (int found = 0; found <= KNOWN.size(); found++) {
            try {
                Commands.run(command);
                return;
            } catch (IOException e) {
                Matcher missing = MISSING.matcher(String.valueOf(e.getMessage()));
                Map<String, List<String>> functions =
                        missing.find() ? KNOWN.get(missing.group(1)) : null;
                if (functions == null) {
                    throw e;
                }
                String name = missing.group(1);
                Files.write(folder.resolve(name), new StubLibrary(name, functions).bytes());
            }
        }
        throw new IOException("a stand-in for a library is not found by " + command);
    }
}
