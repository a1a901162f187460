package dev.limbeck.postgres.type;

import dev.limbeck.expression.SqlType;
import dev.limbeck.expression.TypeSystem.Signature;
import dev.limbeck.postgres.type.BuiltinTypes.Callable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * Chooses among the overloads of a function or an operator as the server does: chapter "Type
 * Conversion" of its manual, {@code func_select_candidate} of its source.
 */
final class OverloadChoice {
    private final PostgresCoercions coercions;

    OverloadChoice(PostgresCoercions coercions) {
        this.coercions = coercions;
    }

    /** A candidate as it would be called: as many parameters as there are arguments. */
    private record Candidate(Callable callable, List<SqlType> parameters) {}

    /** Returns the one that fits; empty where none or more than one does. */
    Optional<Signature> choose(List<Callable> callables, List<SqlType> arguments) {
        List<SqlType> given = arguments.stream().map(coercions::base).map(SqlType::bare).toList();
        List<Candidate> fitting = new ArrayList<>();
        for (Callable callable : callables) {
            expand(callable, given.size())
                    .map(parameters -> new Candidate(callable, parameters))
                    .filter(candidate -> accepts(candidate, given))
                    .ifPresent(fitting::add);
        }
        Optional<Candidate> exact =
                fitting.stream().filter(one -> one.parameters().equals(given)).findFirst();
        Optional<Candidate> chosen = exact.isPresent() ? exact : best(fitting, given);
        return chosen.flatMap(one -> signature(one, given));
    }

    private static Optional<List<SqlType>> expand(Callable callable, int count) {
        List<SqlType> parameters = callable.parameters();
        if (callable.variadic().isPresent() && count >= parameters.size()) {
            List<SqlType> expanded = new ArrayList<>(parameters.subList(0, parameters.size() - 1));
            expanded.addAll(
                    Collections.nCopies(count - expanded.size(), callable.variadic().get()));
            return Optional.of(expanded);
        }
        boolean fits =
                count <= parameters.size() && count >= parameters.size() - callable.defaults();
        return fits ? Optional.of(parameters.subList(0, count)) : Optional.empty();
    }

    private boolean accepts(Candidate candidate, List<SqlType> given) {
        for (int i = 0; i < given.size(); i++) {
            if (!coercions.isImplicit(given.get(i), candidate.parameters().get(i))) {
                return false;
            }
        }
        return Polymorphism.of(candidate.parameters(), given, coercions).isPresent();
    }

    private Optional<Candidate> best(List<Candidate> candidates, List<SqlType> given) {
        List<Candidate> left = mostOf(candidates, candidate -> exactMatches(candidate, given));
        if (left.size() > 1) {
            left = mostOf(left, candidate -> preferredMatches(candidate, given));
        }
        if (left.size() > 1) {
            left = byUnknownCategories(left, given);
        }
        if (left.size() > 1) {
            left = asIfUnknownWereTheKnown(left, given);
        }
        return left.size() == 1 ? Optional.of(left.get(0)) : Optional.empty();
    }

    private static List<Candidate> mostOf(
            List<Candidate> candidates, ToIntFunction<Candidate> measure) {
        int most = candidates.stream().mapToInt(measure).max().orElse(0);
        return candidates.stream().filter(one -> measure.applyAsInt(one) == most).toList();
    }

    private static int exactMatches(Candidate candidate, List<SqlType> given) {
        int matches = 0;
        for (int i = 0; i < given.size(); i++) {
            boolean known = !given.get(i).equals(SqlType.UNKNOWN);
            matches += known && candidate.parameters().get(i).equals(given.get(i)) ? 1 : 0;
        }
        return matches;
    }

    private int preferredMatches(Candidate candidate, List<SqlType> given) {
        int matches = 0;
        for (int i = 0; i < given.size(); i++) {
            SqlType type = given.get(i);
            SqlType parameter = candidate.parameters().get(i);
            boolean counts =
                    !type.equals(SqlType.UNKNOWN)
                            && (parameter.equals(type)
                                    || coercions.isPreferredFor(type, parameter));
            matches += counts ? 1 : 0;
        }
        return matches;
    }

    private List<Candidate> byUnknownCategories(List<Candidate> candidates, List<SqlType> given) {
        List<Candidate> left = candidates;
        for (int i = 0; i < given.size(); i++) {
            if (!given.get(i).equals(SqlType.UNKNOWN)) {
                continue;
            }
            int place = i;
            Set<Character> categories = new HashSet<>();
            left.forEach(one -> categories.add(coercions.category(one.parameters().get(place))));
            boolean strings = categories.contains('S');
            if (!strings && categories.size() > 1) {
                return left;
            }
            char wanted = strings ? 'S' : categories.iterator().next();
            List<Candidate> inCategory =
                    left.stream()
                            .filter(
                                    one ->
                                            coercions.category(one.parameters().get(place))
                                                    == wanted)
                            .toList();
            List<Candidate> preferred =
                    inCategory.stream()
                            .filter(one -> coercions.isPreferred(one.parameters().get(place)))
                            .toList();
            left = preferred.isEmpty() ? inCategory : preferred;
        }
        return left;
    }

    private List<Candidate> asIfUnknownWereTheKnown(
            List<Candidate> candidates, List<SqlType> given) {
        Set<SqlType> known = new HashSet<>(given);
        known.remove(SqlType.UNKNOWN);
        if (known.size() != 1) {
            return candidates;
        }
        List<SqlType> presumed = Collections.nCopies(given.size(), known.iterator().next());
        List<Candidate> left = candidates.stream().filter(one -> accepts(one, presumed)).toList();
        return left.size() == 1 ? left : candidates;
    }

    private Optional<Signature> signature(Candidate candidate, List<SqlType> given) {
        return Polymorphism.of(candidate.parameters(), given, coercions)
                .map(
                        bound ->
                                new Signature(
                                        candidate.parameters().stream().map(bound::apply).toList(),
                                        bound.apply(candidate.callable().result()),
                                        candidate.callable().steady()));
    }
}
