package dev.limbeck.proof;

import dev.limbeck.autogenerate.SchemaDialect;
import dev.limbeck.autogenerate.SchemaScope;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which revisions a schema is nearest to.
 *
 * @param stages those that are equally near, in the order in which they run; none where the schema
 *     has no objects, so that it is at base
 * @param differences what would lead from the last of them to the schema; empty where it is there
 */
public record Identification(List<Stage> stages, List<String> differences) {
    /** So many of the likeliest revisions are looked at closely. */
    private static final int CANDIDATES = 8;

    public Identification {
        stages = List.copyOf(stages);
        differences = List.copyOf(differences);
    }

    /**
     * Compares a schema with that of each revision.
     *
     * @param found in normal form, and in scope
     * @param scope what counts
     */
    public static Identification of(Schema found, ChainWalk walk, SchemaScope scope) {
        if (found.size() == 0) {
            return new Identification(List.of(), List.of());
        }
        Set<String> names = names(found);
        List<Ranked> ranked = new ArrayList<>();
        for (Stage stage : walk.stages()) {
            ranked.add(new Ranked(stage, distance(names, names(scope.of(stage.after()).schema()))));
        }
        ranked.sort(Comparator.comparingInt(Ranked::distance));
        List<Compared> compared =
                ranked.stream()
                        .limit(reach(ranked))
                        .map(each -> compare(found, each.stage(), walk.dialect(), scope))
                        .toList();
        int fewest = compared.stream().mapToInt(each -> each.left().size()).min().orElse(0);
        List<Compared> nearest =
                compared.stream()
                        .filter(each -> each.left().size() == fewest)
                        .sorted(
                                Comparator.comparingInt(
                                        each -> walk.stages().indexOf(each.stage())))
                        .toList();
        return new Identification(
                nearest.stream().map(Compared::stage).toList(),
                nearest.isEmpty() ? List.of() : nearest.get(nearest.size() - 1).left());
    }

    private record Ranked(Stage stage, int distance) {}

    private record Compared(Stage stage, List<String> left) {}

    /** All that are as near as the last of the candidates are candidates too. */
    private static int reach(List<Ranked> ranked) {
        int reach = Math.min(CANDIDATES, ranked.size());
        while (reach > 0
                && reach < ranked.size()
                && ranked.get(reach).distance() == ranked.get(reach - 1).distance()) {
            reach++;
        }
        return reach;
    }

    private static Compared compare(
            Schema found, Stage stage, SchemaDialect dialect, SchemaScope scope) {
        Schema normal = scope.of(dialect.support().normalizer().normalize(stage.after())).schema();
        List<String> left = Gap.normalized(normal.withHidden(found.hidden()), found, dialect);
        return new Compared(stage, left);
    }

    private static int distance(Set<String> one, Set<String> other) {
        Set<String> common = new HashSet<>(one);
        common.retainAll(other);
        return one.size() + other.size() - 2 * common.size();
    }

    /** The names of objects, and of columns with their types. */
    private static Set<String> names(Schema schema) {
        Set<String> names = new HashSet<>();
        for (SchemaObject object : schema.objects()) {
            names.add(object.id().toString());
            if (object instanceof Table table) {
                for (Column column : table.columns()) {
                    names.add(table.name() + "." + column.name() + " " + column.type());
                }
            }
        }
        return names;
    }
}
