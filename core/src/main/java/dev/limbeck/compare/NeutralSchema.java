package dev.limbeck.compare;

import dev.limbeck.dialect.Dialect;
import dev.limbeck.neutral.NeutralForms;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaObject;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** A schema as facts in neutral terms. */
public final class NeutralSchema {
    private final String side;
    private final SortedMap<Slot, Fact> facts;

    private NeutralSchema(String side, SortedMap<Slot, Fact> facts) {
        this.side = side;
        this.facts = Collections.unmodifiableSortedMap(facts);
    }

    /**
     * Takes a schema apart.
     *
     * @param side what the side is called in answers
     * @param schema in normal form, without what does not count
     * @param forms the neutral terms of its dialect
     */
    public static NeutralSchema of(
            String side, Schema schema, Dialect dialect, NeutralForms forms) {
        NeutralNames names = new NeutralNames(dialect.identifiers());
        NeutralText texts = new NeutralText(dialect.lexicon(), names);
        SortedMap<Slot, Fact> facts = new TreeMap<>();
        ObjectFacts objects = new ObjectFacts(schema, forms, names, texts);
        for (SchemaObject object : schema.objects()) {
            for (Located located : object.accept(objects)) {
                facts.put(located.slot(), located.fact());
            }
        }
        return new NeutralSchema(side, facts);
    }

    /** Returns what the side is called in answers. */
    public String side() {
        return side;
    }

    SortedMap<Slot, Fact> facts() {
        return facts;
    }
}
