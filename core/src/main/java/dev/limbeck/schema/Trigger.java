package dev.limbeck.schema;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A trigger of a table or a view.
 *
 * @param name its name
 * @param timing when it fires
 * @param events what it fires at
 * @param updateOf the columns whose update it fires at; empty: any
 * @param level how often it fires
 * @param when the condition under which it fires
 * @param action what it does
 * @param state whether it fires at all
 * @param deferral for a constraint trigger when it is checked; empty for an ordinary one
 * @param options what else a vendor says: names of transition tables, order among triggers
 * @param comment its comment
 */
public record Trigger(
        PartName name,
        Timing timing,
        Set<Event> events,
        SortedSet<String> updateOf,
        Level level,
        Optional<Expression> when,
        Action action,
        State state,
        Optional<ConstraintState.Deferral> deferral,
        Options options,
        Optional<String> comment)
        implements TablePart {
    /** When a trigger fires. */
    public enum Timing {
        BEFORE,
        AFTER,
        INSTEAD_OF,
        /** At several moments that its body names. */
        COMPOUND
    }

    /** What a trigger fires at. */
    public enum Event {
        INSERT,
        UPDATE,
        DELETE,
        TRUNCATE
    }

    /** How often a trigger fires. */
    public enum Level {
        ROW,
        STATEMENT
    }

    /** Whether a trigger fires. */
    public enum State {
        ENABLED,
        DISABLED,
        ALWAYS,
        REPLICA
    }

    /**
     * What a trigger does: it calls a routine or runs a body, never both.
     *
     * @param routine the routine it calls
     * @param arguments the call's arguments as text
     * @param body the body it runs
     */
    public record Action(
            Optional<QualifiedName> routine, List<String> arguments, Optional<Expression> body) {
        public Action {
            arguments = List.copyOf(arguments);
            if (routine.isPresent() == body.isPresent()) {
                throw new IllegalArgumentException("a routine or a body: " + routine + body);
            }
        }

        /** Returns a call. */
        public static Action call(QualifiedName routine, List<String> arguments) {
            return new Action(Optional.of(routine), arguments, Optional.empty());
        }

        /** Returns a body. */
        public static Action body(Expression body) {
            return new Action(Optional.empty(), List.of(), Optional.of(body));
        }
    }

    public Trigger {
        events =
                Collections.unmodifiableSet(
                        events.isEmpty() ? EnumSet.noneOf(Event.class) : EnumSet.copyOf(events));
        updateOf = Collections.unmodifiableSortedSet(new TreeSet<>(updateOf));
    }

    /** Returns an enabled trigger without condition. */
    public static Trigger of(
            PartName name, Timing timing, Set<Event> events, Level level, Action action) {
        return new Trigger(
                name,
                timing,
                events,
                Collections.emptySortedSet(),
                level,
                Optional.empty(),
                action,
                State.ENABLED,
                Optional.empty(),
                Options.none(),
                Optional.empty());
    }

    @Override
    public PartKind kind() {
        return PartKind.TRIGGER;
    }

    @Override
    public Trigger withName(PartName newName) {
        return new Trigger(
                newName, timing, events, updateOf, level, when, action, state, deferral, options,
                comment);
    }

    public Trigger withUpdateOf(SortedSet<String> newUpdateOf) {
        return new Trigger(
                name,
                timing,
                events,
                newUpdateOf,
                level,
                when,
                action,
                state,
                deferral,
                options,
                comment);
    }

    public Trigger withWhen(Optional<Expression> newWhen) {
        return new Trigger(
                name, timing, events, updateOf, level, newWhen, action, state, deferral, options,
                comment);
    }

    public Trigger withAction(Action newAction) {
        return new Trigger(
                name, timing, events, updateOf, level, when, newAction, state, deferral, options,
                comment);
    }

    public Trigger withState(State newState) {
        return new Trigger(
                name, timing, events, updateOf, level, when, action, newState, deferral, options,
                comment);
    }

    public Trigger withDeferral(Optional<ConstraintState.Deferral> newDeferral) {
        return new Trigger(
                name,
                timing,
                events,
                updateOf,
                level,
                when,
                action,
                state,
                newDeferral,
                options,
                comment);
    }

    public Trigger withOptions(Options newOptions) {
        return new Trigger(
                name,
                timing,
                events,
                updateOf,
                level,
                when,
                action,
                state,
                deferral,
                newOptions,
                comment);
    }

    @Override
    public Trigger withComment(Optional<String> newComment) {
        return new Trigger(
                name,
                timing,
                events,
                updateOf,
                level,
                when,
                action,
                state,
                deferral,
                options,
                newComment);
    }

    @Override
    public Set<String> columns(QualifiedName owner) {
        Set<String> used = new TreeSet<>(updateOf);
        when.ifPresent(
                predicate -> used.addAll(Reference.columnsOf(owner, predicate.references())));
        return used;
    }

    @Override
    public Set<Reference> references() {
        Set<Reference> found = new TreeSet<>();
        when.ifPresent(predicate -> found.addAll(predicate.references()));
        action.routine().ifPresent(routine -> found.add(Reference.toRoutine(routine)));
        action.body().ifPresent(body -> found.addAll(body.references()));
        return found;
    }

    @Override
    public <R> R accept(TablePartVisitor<R> visitor) {
        return visitor.trigger(this);
    }
}
