package dev.limbeck.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Many databases that are treated alike.
 *
 * @param list their URLs
 * @param file a file with one URL a line
 * @param query a query whose rows are URLs
 */
public record TargetsConfig(List<String> list, Optional<Path> file, Optional<String> query) {
    /** No targets. */
    public static final TargetsConfig NONE =
            new TargetsConfig(List.of(), Optional.empty(), Optional.empty());

    public TargetsConfig {
        list = List.copyOf(list);
    }

    @Override
    public String toString() {
        return "TargetsConfig[list="
                + list.stream().map(Secrets::maskUrl).toList()
                + ", file="
                + file
                + ", query="
                + query
                + "]";
    }
}
