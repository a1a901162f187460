package dev.limbeck.compare;

import dev.limbeck.compare.Fact.Weight;
import dev.limbeck.compare.Slot.Holder;
import dev.limbeck.compare.TypeAgreement.Party;
import dev.limbeck.neutral.NeutralType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Lays schemas of several vendors side by side. */
public final class SchemaComparison {
    private final List<NeutralSchema> sides;
    private final Map<NeutralSchema, Set<Holder>> holders = new HashMap<>();
    private final Map<NeutralSchema, Set<Holder>> unmatched = new HashMap<>();

    private SchemaComparison(List<NeutralSchema> sides) {
        this.sides = sides;
        sides.forEach(side -> holders.put(side, holders(side)));
    }

    /** Returns all that is not the same on all sides, in the order of the objects. */
    public static List<Difference> of(List<NeutralSchema> sides) {
        return new SchemaComparison(List.copyOf(sides)).differences();
    }

    private static Set<Holder> holders(NeutralSchema side) {
        Set<Holder> found = new HashSet<>();
        for (Slot slot : side.facts().keySet()) {
            switch (slot.kind()) {
                case TABLE, VIEW, MATERIALIZED_VIEW, COLUMN ->
                        found.add(new Holder(slot.object(), slot.column()));
                default -> {}
            }
        }
        return found;
    }

    private List<Difference> differences() {
        Set<Slot> slots = new TreeSet<>();
        sides.forEach(side -> slots.addAll(side.facts().keySet()));
        slots.forEach(this::noteUnmatched);
        List<Difference> found = new ArrayList<>();
        for (Slot slot : slots) {
            List<NeutralSchema> able = able(slot);
            if (able.size() > 1 || slot.kind() == FactKind.VENDOR_OBJECT) {
                agreement(slot, able)
                        .ifPresent(agreement -> found.add(difference(slot, agreement, able)));
            }
        }
        return found;
    }

    /** Returns the sides that could say it: what has no table has no column of it either. */
    private List<NeutralSchema> able(Slot slot) {
        Optional<Holder> holder = slot.holder();
        return sides.stream()
                .filter(
                        side ->
                                holder.isEmpty()
                                        || holders.getOrDefault(side, Set.of())
                                                .contains(holder.get()))
                .toList();
    }

    private static Optional<Fact> fact(NeutralSchema side, Slot slot) {
        return Optional.ofNullable(side.facts().get(slot));
    }

    /**
     * Which side has an expression that no other has: the others may only write theirs otherwise.
     */
    private void noteUnmatched(Slot slot) {
        List<NeutralSchema> able = able(slot);
        List<NeutralSchema> saying =
                able.stream().filter(side -> fact(side, slot).isPresent()).toList();
        boolean partly = saying.size() < able.size();
        for (NeutralSchema side : saying) {
            if (partly && fact(side, slot).orElseThrow().weight() == Weight.EXPRESSION) {
                unmatched
                        .computeIfAbsent(side, known -> new HashSet<>())
                        .add(new Holder(slot.object(), slot.kind().name()));
            }
        }
    }

    private Optional<Agreement> agreement(Slot slot, List<NeutralSchema> able) {
        List<Fact> facts = able.stream().flatMap(side -> fact(side, slot).stream()).toList();
        if (facts.stream().anyMatch(fact -> fact.weight() == Weight.VENDOR)) {
            return facts.stream().map(Fact::form).distinct().count() == 1
                            && facts.size() == sides.size()
                            && slot.kind() != FactKind.VENDOR_OBJECT
                    ? Optional.empty()
                    : Optional.of(
                            new Agreement(Verdict.UNCOMPARED, "only its vendor can judge it"));
        }
        if (facts.size() < able.size()) {
            return Optional.of(missing(slot, able, facts));
        }
        if (slot.kind() == FactKind.TYPE) {
            return types(slot, able);
        }
        if (facts.stream().map(Fact::form).distinct().count() == 1) {
            return Optional.empty();
        }
        boolean expressions = facts.stream().anyMatch(fact -> fact.weight() == Weight.EXPRESSION);
        boolean some = facts.stream().noneMatch(fact -> fact.form().equals(Difference.NONE));
        return Optional.of(
                expressions && some
                        ? Agreement.unknown("written differently")
                        : slot.kind() == FactKind.VALUES ? values(facts) : Agreement.DIFFERS);
    }

    /** A column whose type says it all needs no list; one that has neither takes any value. */
    private static Agreement values(List<Fact> facts) {
        boolean truth =
                facts.stream()
                        .map(Fact::form)
                        .filter(form -> !form.equals(Difference.NONE))
                        .allMatch(form -> form.equals(ValueList.TRUTH.fact().form()));
        return truth
                ? Agreement.trap("one side takes other values than those that stand for a boolean")
                : Agreement.DIFFERS;
    }

    private Agreement missing(Slot slot, List<NeutralSchema> able, List<Fact> facts) {
        if (facts.stream().allMatch(fact -> fact.weight() == Weight.IMPLIED)) {
            return Agreement.equivalent("the server makes it for the foreign key");
        }
        Holder place = new Holder(slot.object(), slot.kind().name());
        boolean otherwise =
                able.stream()
                        .filter(side -> fact(side, slot).isEmpty())
                        .allMatch(side -> unmatched.getOrDefault(side, Set.of()).contains(place));
        boolean expression = facts.stream().anyMatch(fact -> fact.weight() == Weight.EXPRESSION);
        return expression && otherwise
                ? Agreement.unknown("the others may write it differently")
                : Agreement.DIFFERS;
    }

    private static Optional<Agreement> types(Slot slot, List<NeutralSchema> able) {
        List<Party> parties =
                able.stream().map(side -> new Party(side.side(), type(side, slot))).toList();
        Optional<Agreement> gravest = Optional.empty();
        for (int i = 0; i < parties.size(); i++) {
            for (Party other : parties.subList(i + 1, parties.size())) {
                gravest = Agreement.graver(gravest, TypeAgreement.of(parties.get(i), other));
            }
        }
        return gravest;
    }

    private static NeutralType type(NeutralSchema side, Slot slot) {
        return fact(side, slot).flatMap(Fact::type).orElseThrow();
    }

    private Difference difference(Slot slot, Agreement agreement, List<NeutralSchema> able) {
        Map<String, String> values = new LinkedHashMap<>();
        for (NeutralSchema side : able) {
            values.put(side.side(), fact(side, slot).map(Fact::shown).orElse(Difference.NONE));
        }
        return new Difference(
                slot.title(), slot.kind(), agreement.verdict(), agreement.reason(), values);
    }

    /** Returns the gravest verdict; empty where nothing differs. */
    public static Optional<Verdict> gravest(List<Difference> differences) {
        return differences.stream().map(Difference::verdict).reduce(Verdict::or);
    }

    /** Returns how many there are of each verdict, for a summary. */
    public static Map<Verdict, Long> counts(List<Difference> differences) {
        return differences.stream()
                .collect(Collectors.groupingBy(Difference::verdict, Collectors.counting()));
    }
}
