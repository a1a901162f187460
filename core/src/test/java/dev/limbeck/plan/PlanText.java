package dev.limbeck.plan;

import dev.limbeck.revision.HeadSet;
import dev.limbeck.revision.RevisionId;
import dev.limbeck.testing.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes plans as golden files hold them: a line a step with its row changes and the rows after.
 */
final class PlanText implements PlanStep.Visitor<String> {
    private PlanText() {}

    static String of(Plan plan) {
        StringBuilder text = new StringBuilder();
        List<RevisionId> rows = new ArrayList<>(plan.from().ids());
        for (PlanStep step : plan.steps()) {
            for (VersionChange change : step.versionChanges()) {
                change.removed().ifPresent(rows::remove);
                change.added().ifPresent(rows::add);
            }
            text.append(step.accept(new PlanText()))
                    .append(": ")
                    .append(
                            step.versionChanges().stream()
                                    .map(PlanText::change)
                                    .collect(Collectors.joining(", ")))
                    .append(" => ")
                    .append(rows(HeadSet.of(rows)))
                    .append('\n');
        }
        return text.append(Findings.of(plan.notices()))
                .append("at ")
                .append(rows(plan.to()))
                .append('\n')
                .toString();
    }

    private static String rows(HeadSet rows) {
        return rows.isEmpty()
                ? "<base>"
                : rows.ids().stream().map(RevisionId::value).collect(Collectors.joining(", "));
    }

    private static String change(VersionChange change) {
        String removed = change.removed().map(id -> "-" + id).orElse("");
        String added = change.added().map(id -> "+" + id).orElse("");
        return removed + added;
    }

    @Override
    public String upgrade(PlanStep.Upgrade step) {
        return "up " + step.revision().id();
    }

    @Override
    public String downgrade(PlanStep.Downgrade step) {
        return "down " + step.revision().id();
    }

    @Override
    public String stamp(PlanStep.Stamp step) {
        return "stamp";
    }
}
