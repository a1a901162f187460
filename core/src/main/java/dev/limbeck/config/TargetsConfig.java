package dev.limbeck.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Many databases that are treated alike.
 *
 * @param list their URLs, or names that {@code url} makes URLs of
 * @param file a file with one of these a line
 * @param query a query on the project's database, the first column of whose rows is one of these
 * @param url a URL with {@code {target}} in it, for what is no URL itself
 * @param canary how many come first, and alone
 * @param stopAfter after how many failures no further one is begun; 0: all are tried
 */
public record TargetsConfig(
        List<String> list,
        Optional<Path> file,
        Optional<String> query,
        Optional<String> url,
        int canary,
        int stopAfter) {
    /** The most of either number. */
    public static final int MOST = 1_000_000;

    /** No targets. */
    public static final TargetsConfig NONE =
            new TargetsConfig(
                    List.of(), Optional.empty(), Optional.empty(), Optional.empty(), 0, 0);

    public TargetsConfig {
        list = List.copyOf(list);
    }

    /** Returns whether a project has many databases. */
    public boolean isPresent() {
        return !list.isEmpty() || file.isPresent() || query.isPresent();
    }

    @Override
    public String toString() {
        return "TargetsConfig[list="
                + list.stream().map(Secrets::maskUrl).toList()
                + ", file="
                + file
                + ", query="
                + query
                + ", url="
                + url.map(Secrets::maskUrl)
                + ", canary="
                + canary
                + ", stopAfter="
                + stopAfter
                + "]";
    }
}
