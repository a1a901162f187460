package dev.limbeck;

import dev.limbeck.error.Diagnostic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was found with several databases: what all have in common is said once. */
final class FindingsByDatabase {
    private final Map<Diagnostic, Set<String>> found = new LinkedHashMap<>();
    private final Set<String> names = new LinkedHashSet<>();

    void add(String database, List<Diagnostic> findings) {
        names.add(database);
        for (Diagnostic finding : findings) {
            found.computeIfAbsent(finding, unused -> new LinkedHashSet<>()).add(database);
        }
    }

    /** Returns all of it; what only some databases have says which ones. */
    List<Diagnostic> all() {
        List<Diagnostic> all = new ArrayList<>();
        found.forEach(
                (finding, databases) ->
                        all.add(
                                databases.size() == names.size()
                                        ? finding
                                        : finding.withMessage(
                                                finding.message()
                                                        + " (on "
                                                        + String.join(", ", databases)
                                                        + ")")));
        return all;
    }
}
