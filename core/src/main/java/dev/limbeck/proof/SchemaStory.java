package dev.limbeck.proof;

import dev.limbeck.autogenerate.SchemaDialect;
import dev.limbeck.schema.Schema;
import java.util.List;
import java.util.Optional;

/** The schema at the end of a chain, and which revisions made it what it is. */
public final class SchemaStory {
    private final ChainWalk walk;
    private final Schema schema;

    public SchemaStory(ChainWalk walk) {
        this.walk = walk;
        this.schema = walk.reached().schema();
    }

    /** Returns the schema at the end. */
    public Schema schema() {
        return schema;
    }

    /** Returns the database whose scripts were read. */
    public SchemaDialect dialect() {
        return walk.dialect();
    }

    /** Returns the revision that made something, under whatever name. */
    public Optional<Stage> made(Subject subject) {
        List<Blame.Entry> entries = Blame.of(subject, walk);
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(entries.get(entries.size() - 1).stage());
    }

    /** Returns the revision that changed something last, after it was made. */
    public Optional<Stage> changed(Subject subject) {
        List<Blame.Entry> entries = Blame.of(subject, walk);
        return entries.size() < 2 ? Optional.empty() : Optional.of(entries.get(0).stage());
    }
}
