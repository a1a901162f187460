package dev.limbeck.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All objects of a database at one moment, as a value.
 *
 * <p>Versions share what they have in common, so keeping many of them is cheap. {@link
 * SchemaEditor} makes the next version. Two schemas are equal when their objects and their taints
 * are; hints and hidden names are not compared.
 */
public final class Schema {
    private static final Schema EMPTY =
            new Schema(
                    PersistentMap.empty(),
                    PersistentMap.empty(),
                    PersistentMap.empty(),
                    Collections.emptySortedSet(),
                    Collections.emptySortedSet(),
                    Collections.emptySortedSet());

    /** Who names a name; a key without a value. */
    record Mention(QualifiedName target, ObjectId from) implements Comparable<Mention> {
        @Override
        public int compareTo(Mention other) {
            int order = target.compareTo(other.target);
            return order != 0 ? order : from.compareTo(other.from);
        }
    }

    /** Which relation has a part of a name; a key without a value. */
    record PartSlot(PartKind kind, QualifiedName name, ObjectId owner)
            implements Comparable<PartSlot> {
        @Override
        public int compareTo(PartSlot other) {
            int order = place(other.kind, other.name);
            return order != 0 ? order : owner.compareTo(other.owner);
        }

        int place(PartKind otherKind, QualifiedName otherName) {
            int order = kind.compareTo(otherKind);
            return order != 0 ? order : name.compareTo(otherName);
        }
    }

    private final PersistentMap<ObjectId, SchemaObject> objects;
    private final PersistentMap<Mention, Boolean> mentions;
    private final PersistentMap<PartSlot, Boolean> partSlots;
    private final SortedSet<Taint> taints;
    private final SortedSet<RenameHint> renameHints;
    private final SortedSet<ObjectId> hidden;

    private Schema(
            PersistentMap<ObjectId, SchemaObject> objects,
            PersistentMap<Mention, Boolean> mentions,
            PersistentMap<PartSlot, Boolean> partSlots,
            SortedSet<Taint> taints,
            SortedSet<RenameHint> renameHints,
            SortedSet<ObjectId> hidden) {
        this.objects = objects;
        this.mentions = mentions;
        this.partSlots = partSlots;
        this.taints = Collections.unmodifiableSortedSet(taints);
        this.renameHints = Collections.unmodifiableSortedSet(renameHints);
        this.hidden = Collections.unmodifiableSortedSet(hidden);
    }

    /** Returns the schema without objects. */
    public static Schema empty() {
        return EMPTY;
    }

    /**
     * Returns a schema of these objects, in whatever order; what they refer to is not checked.
     *
     * @throws IllegalArgumentException when two have the same identity
     */
    public static Schema of(Collection<? extends SchemaObject> objects) {
        SortedMap<ObjectId, SchemaObject> sorted = new TreeMap<>();
        List<Mention> mentions = new ArrayList<>();
        List<PartSlot> slots = new ArrayList<>();
        for (SchemaObject object : objects) {
            if (sorted.put(object.id(), object) != null) {
                throw new IllegalArgumentException(object.id() + " is there twice");
            }
            mentions.addAll(mentionsOf(object));
            slots.addAll(Set.copyOf(slotsOf(object)));
        }
        List<PersistentMap.Entry<ObjectId, SchemaObject>> entries = new ArrayList<>();
        sorted.forEach((id, object) -> entries.add(new PersistentMap.Entry<>(id, object)));
        return new Schema(
                PersistentMap.ofSorted(entries),
                keys(mentions),
                keys(slots),
                Collections.emptySortedSet(),
                Collections.emptySortedSet(),
                Collections.emptySortedSet());
    }

    private static <K extends Comparable<? super K>> PersistentMap<K, Boolean> keys(List<K> keys) {
        Collections.sort(keys);
        List<PersistentMap.Entry<K, Boolean>> entries = new ArrayList<>();
        keys.forEach(key -> entries.add(new PersistentMap.Entry<>(key, true)));
        return PersistentMap.ofSorted(entries);
    }

    /** Returns an object by its identity. */
    public Optional<SchemaObject> find(ObjectId id) {
        return Optional.ofNullable(objects.get(id));
    }

    /** Returns a table by its name. */
    public Optional<Table> table(QualifiedName name) {
        return find(ObjectId.table(name)).map(Table.class::cast);
    }

    /** Returns a sequence by its name. */
    public Optional<Sequence> sequence(QualifiedName name) {
        return find(ObjectId.sequence(name)).map(Sequence.class::cast);
    }

    /** Returns the table, view or materialized view of a name. */
    public Optional<Relation> relation(QualifiedName name) {
        for (ObjectKind kind : ObjectKind.values()) {
            if (kind.isRelation()) {
                Optional<SchemaObject> found = find(ObjectId.of(kind, name));
                if (found.isPresent()) {
                    return found.map(Relation.class::cast);
                }
            }
        }
        return Optional.empty();
    }

    /** Returns every object, sorted by identity: by kind, then by name. */
    public Iterable<SchemaObject> objects() {
        return () -> values(objects.iterator());
    }

    /** Returns the objects of a kind, sorted by name. */
    public Iterable<SchemaObject> objects(ObjectKind kind) {
        return () -> values(objects.range(id -> id.kind().compareTo(kind)).iterator());
    }

    /** Returns the tables, sorted by name. */
    public List<Table> tables() {
        List<Table> found = new ArrayList<>();
        objects(ObjectKind.TABLE).forEach(object -> found.add((Table) object));
        return found;
    }

    /** Returns the routines of a name, sorted by signature. */
    public List<Routine> routines(QualifiedName name) {
        List<Routine> found = new ArrayList<>();
        inRange(ObjectKind.ROUTINE, name).forEach(object -> found.add((Routine) object));
        return found;
    }

    /** Returns every object of a name, of whatever kind. */
    public List<SchemaObject> named(QualifiedName name) {
        List<SchemaObject> found = new ArrayList<>();
        for (ObjectKind kind : ObjectKind.values()) {
            found.addAll(inRange(kind, name));
        }
        return found;
    }

    private List<SchemaObject> inRange(ObjectKind kind, QualifiedName name) {
        List<SchemaObject> found = new ArrayList<>();
        objects.range(
                        id -> {
                            int order = id.kind().compareTo(kind);
                            return order != 0 ? order : id.name().compareTo(name);
                        })
                .forEach(entry -> found.add(entry.value()));
        return found;
    }

    /** Returns the number of objects. */
    public int size() {
        return objects.size();
    }

    /** Returns the objects a reference means; empty for a built-in and for what is not known. */
    public List<ObjectId> resolve(Reference reference) {
        List<ObjectId> found = new ArrayList<>();
        for (ObjectKind kind : ObjectKind.values()) {
            if (reference.target().accepts(kind)) {
                for (SchemaObject object : inRange(kind, reference.name())) {
                    if (reference.mayMean(object.id())) {
                        found.add(object.id());
                    }
                }
            }
        }
        Iterable<SchemaObject> others =
                switch (reference.target()) {
                    // their names are longer by the arguments, so they are not found by the name
                    case ROUTINE -> objects(ObjectKind.OPAQUE);
                    case RELATION -> inRange(ObjectKind.OPAQUE, reference.name());
                    default -> List.of();
                };
        for (SchemaObject object : others) {
            if (reference.mayMean(object.id())) {
                found.add(object.id());
            }
        }
        return found;
    }

    /**
     * Returns the objects that name an object in their definition, itself left out, sorted. What a
     * routine's body uses doesn't count.
     */
    public List<ObjectId> dependents(ObjectId id) {
        List<ObjectId> found = new ArrayList<>();
        mentions.range(mention -> mention.target.compareTo(id.bareName()))
                .forEach(
                        entry -> {
                            ObjectId from = entry.key().from;
                            SchemaObject object = objects.get(from);
                            if (object != null
                                    && !from.equals(id)
                                    && object.references().stream()
                                            .anyMatch(reference -> reference.mayMean(id))) {
                                found.add(from);
                            }
                        });
        return found;
    }

    /**
     * Returns the relations that have a part of a kind and a name, the part's name being in the
     * schema of its relation.
     */
    public List<ObjectId> ownersOf(PartKind kind, QualifiedName partName) {
        List<ObjectId> found = new ArrayList<>();
        partSlots
                .range(slot -> slot.place(kind, partName))
                .forEach(entry -> found.add(entry.key().owner));
        return found;
    }

    /** Returns what unreadable statements may have touched. */
    public SortedSet<Taint> taints() {
        return taints;
    }

    /** Returns the taints that concern an object: its own, and those that concern anything. */
    public List<Taint> taintsOf(ObjectId id) {
        return taints.stream()
                .filter(taint -> taint.object().map(id::equals).orElse(true))
                .toList();
    }

    /** Returns what the desired schema says about former names. */
    public SortedSet<RenameHint> renameHints() {
        return renameHints;
    }

    /** Returns what the desired schema says about former names of an object and its parts. */
    public SortedSet<RenameHint> renameHintsOf(ObjectId object) {
        QualifiedName least = QualifiedName.of("\0");
        RenameHint from = new RenameHint(object, Optional.empty(), Optional.empty(), least);
        RenameHint to =
                new RenameHint(
                        object,
                        Optional.of(PartKind.VALUE),
                        Optional.of(String.valueOf(Character.MAX_VALUE)),
                        least);
        return renameHints.subSet(from, to);
    }

    /**
     * Returns the objects that are there but were left out by configuration; references to them are
     * in order.
     */
    public SortedSet<ObjectId> hidden() {
        return hidden;
    }

    public Schema withRenameHints(Collection<RenameHint> hints) {
        return new Schema(objects, mentions, partSlots, taints, new TreeSet<>(hints), hidden);
    }

    public Schema withHidden(Collection<ObjectId> newHidden) {
        return new Schema(
                objects, mentions, partSlots, taints, renameHints, new TreeSet<>(newHidden));
    }

    public Schema withTaints(Collection<Taint> newTaints) {
        return new Schema(
                objects, mentions, partSlots, new TreeSet<>(newTaints), renameHints, hidden);
    }

    /** Returns this schema with an object added, or put in the place of the one of its identity. */
    Schema with(SchemaObject object) {
        SchemaObject before = objects.get(object.id());
        Set<Mention> mentionedBefore = before == null ? Set.of() : mentionsOf(before);
        Set<PartSlot> slotsBefore = before == null ? Set.of() : Set.copyOf(slotsOf(before));
        return new Schema(
                objects.put(object.id(), object),
                exchanged(mentions, mentionedBefore, mentionsOf(object)),
                exchanged(partSlots, slotsBefore, Set.copyOf(slotsOf(object))),
                taints,
                renameHints,
                hidden);
    }

    /**
     * Returns this schema with a part more in one of its relations.
     *
     * @param after the relation with the part
     */
    Schema withPart(Relation after, TablePart added) {
        PersistentMap<Mention, Boolean> named = mentions;
        for (Reference reference : added.references()) {
            named = named.put(new Mention(reference.name(), after.id()), true);
        }
        PersistentMap<PartSlot, Boolean> slots = partSlots;
        for (PartSlot slot : slotsOf(after, List.of(added))) {
            slots = slots.put(slot, true);
        }
        return new Schema(
                objects.put(after.id(), after), named, slots, taints, renameHints, hidden);
    }

    private static Set<Mention> mentionsOf(SchemaObject object) {
        Set<Mention> found = new HashSet<>();
        for (Reference reference : object.references()) {
            found.add(new Mention(reference.name(), object.id()));
        }
        return found;
    }

    /** Puts some keys in the place of others; most are on both sides and stay untouched. */
    private static <K extends Comparable<? super K>> PersistentMap<K, Boolean> exchanged(
            PersistentMap<K, Boolean> map, Set<K> before, Set<K> after) {
        PersistentMap<K, Boolean> next = map;
        for (K key : before) {
            if (!after.contains(key)) {
                next = next.remove(key);
            }
        }
        for (K key : after) {
            if (!before.contains(key)) {
                next = next.put(key, true);
            }
        }
        return next;
    }

    /** Returns this schema without an object. */
    Schema without(ObjectId id) {
        SchemaObject object = objects.get(id);
        if (object == null) {
            return this;
        }
        return new Schema(
                objects.remove(id),
                exchanged(mentions, mentionsOf(object), Set.of()),
                exchanged(partSlots, Set.copyOf(slotsOf(object)), Set.of()),
                taints,
                renameHints,
                hidden);
    }

    /** Returns this schema without some objects. */
    Schema withoutAll(Collection<ObjectId> ids) {
        Schema schema = this;
        for (ObjectId id : ids) {
            schema = schema.without(id);
        }
        return schema;
    }

    private static List<PartSlot> slotsOf(SchemaObject object) {
        if (!(object instanceof Relation relation)) {
            return List.of();
        }
        return slotsOf(relation, relation.parts());
    }

    private static List<PartSlot> slotsOf(Relation relation, List<TablePart> parts) {
        return parts.stream()
                .filter(part -> !part.name().value().isEmpty())
                .map(
                        part ->
                                new PartSlot(
                                        part.kind(),
                                        relation.name().sibling(part.name().value()),
                                        relation.id()))
                .toList();
    }

    private static Iterator<SchemaObject> values(
            Iterator<PersistentMap.Entry<ObjectId, SchemaObject>> entries) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return entries.hasNext();
            }

            @Override
            public SchemaObject next() {
                return entries.next().value();
            }
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof Schema that)
                || size() != that.size()
                || !taints.equals(that.taints)) {
            return false;
        }
        Iterator<SchemaObject> theirs = that.objects().iterator();
        for (SchemaObject mine : objects()) {
            if (!mine.equals(theirs.next())) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        int hash = taints.hashCode();
        for (SchemaObject object : objects()) {
            hash = 31 * hash + object.id().hashCode();
        }
        return hash;
    }

    /** Returns what it holds, for messages. */
    @Override
    public String toString() {
        List<String> names = new ArrayList<>();
        objects().forEach(object -> names.add(object.id().toString()));
        return names.toString();
    }
}
