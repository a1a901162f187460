package dev.limbeck.postgres.render;

import dev.limbeck.postgres.model.OptionNames;
import dev.limbeck.postgres.text.SqlNames;
import dev.limbeck.schema.Grant;
import dev.limbeck.schema.ObjectId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes grants: the privileges that one role has on one object share a statement. */
final class GrantWriter {
    /** What can share a statement. */
    private record Bundle(String grantee, boolean grantable) {}

    private GrantWriter() {}

    static List<String> grant(ObjectId owner, Collection<Grant> grants) {
        List<String> statements = new ArrayList<>();
        if (grants.stream().anyMatch(GrantWriter::isTaken)) {
            statements.addAll(revoke(owner, taken(grants)));
        }
        bundles(plain(grants))
                .forEach(
                        (bundle, privileges) ->
                                statements.add(
                                        "GRANT "
                                                + privileges
                                                + " ON "
                                                + target(owner)
                                                + " TO "
                                                + role(bundle.grantee())
                                                + (bundle.grantable()
                                                        ? " WITH GRANT OPTION"
                                                        : "")));
        return statements;
    }

    static List<String> revoke(ObjectId owner, Collection<Grant> grants) {
        List<String> statements = new ArrayList<>();
        if (grants.stream().anyMatch(GrantWriter::isTaken)) {
            statements.addAll(grant(owner, taken(grants)));
        }
        bundles(plain(grants))
                .forEach(
                        (bundle, privileges) ->
                                statements.add(
                                        "REVOKE "
                                                + privileges
                                                + " ON "
                                                + target(owner)
                                                + " FROM "
                                                + role(bundle.grantee())));
        return statements;
    }

    /** A privilege that everybody has by default and that was taken away counts as one held. */
    private static boolean isTaken(Grant grant) {
        return grant.privilege().startsWith(OptionNames.TAKEN);
    }

    private static List<Grant> plain(Collection<Grant> grants) {
        return grants.stream().filter(grant -> !isTaken(grant)).toList();
    }

    /** Returns the privileges that were taken away. */
    private static List<Grant> taken(Collection<Grant> grants) {
        return grants.stream()
                .filter(GrantWriter::isTaken)
                .map(
                        grant ->
                                new Grant(
                                        grant.grantee(),
                                        grant.privilege().substring(OptionNames.TAKEN.length()),
                                        grant.column(),
                                        grant.grantable()))
                .toList();
    }

    private static Map<Bundle, String> bundles(Collection<Grant> grants) {
        Map<Bundle, Map<String, Set<String>>> sorted = new LinkedHashMap<>();
        for (Grant grant : new TreeSet<>(grants)) {
            Set<String> columns =
                    sorted.computeIfAbsent(
                                    new Bundle(grant.grantee(), grant.grantable()),
                                    absent -> new LinkedHashMap<>())
                            .computeIfAbsent(
                                    grant.privilege() + (grant.column().isPresent() ? " (" : ""),
                                    absent -> new LinkedHashSet<>());
            grant.column().ifPresent(columns::add);
        }
        Map<Bundle, String> written = new LinkedHashMap<>();
        sorted.forEach(
                (bundle, privileges) ->
                        written.put(
                                bundle,
                                privileges.entrySet().stream()
                                        .map(entry -> privilege(entry.getKey(), entry.getValue()))
                                        .collect(Collectors.joining(", "))));
        return written;
    }

    private static String privilege(String words, Set<String> columns) {
        return columns.isEmpty() ? words : words + SqlNames.list(columns) + ")";
    }

    static String role(String name) {
        return name.equals(Grant.PUBLIC) ? "PUBLIC" : SqlNames.write(name);
    }

    private static String target(ObjectId owner) {
        return switch (owner.kind()) {
            case TABLE, VIEW, MATERIALIZED_VIEW -> SqlNames.write(owner.name());
            default -> ObjectWords.kind(owner) + " " + ObjectWords.name(owner);
        };
    }
}
