package dev.limbeck.ledger;

import dev.limbeck.revision.HeadSet;
import dev.limbeck.revision.RevisionId;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The version table's rows, whatever stands in them.
 *
 * @param heads the rows that can be revision ids, each once
 * @param illegible the rows that can't, sorted; a NULL as empty text
 * @param repeated the rows that stand there more than once, sorted
 */
public record VersionRows(HeadSet heads, List<String> illegible, List<String> repeated) {
    public VersionRows {
        illegible = List.copyOf(illegible);
        repeated = List.copyOf(repeated);
    }

    static VersionRows of(List<@Nullable String> values) {
        SortedSet<String> legible = new TreeSet<>();
        SortedSet<String> illegible = new TreeSet<>();
        SortedSet<String> repeated = new TreeSet<>();
        for (String value : values) {
            String text = Optional.ofNullable(value).orElse("");
            boolean fine = RevisionId.problemWith(text).isEmpty();
            if (!(fine ? legible : illegible).add(text)) {
                repeated.add(text);
            }
        }
        return new VersionRows(
                HeadSet.of(legible.stream().map(RevisionId::new).toList()),
                List.copyOf(illegible),
                List.copyOf(repeated));
    }
}
