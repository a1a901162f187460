package dev.limbeck.diff;

import dev.limbeck.schema.SchemaEditor;
import dev.limbeck.schema.Taint;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a statement nobody can read may have done.
 *
 * @param taints what it may have touched
 */
public record UnknownEffect(List<Taint> taints) implements SchemaChange {
    public UnknownEffect {
        taints = taints.stream().sorted().toList();
        if (taints.isEmpty()) {
            throw new IllegalArgumentException("an unknown effect may touch something");
        }
    }

    /** Returns itself: to undo the unknown is unknown too. */
    @Override
    public UnknownEffect inverse() {
        return this;
    }

    @Override
    public String kind() {
        return "UnknownEffect";
    }

    @Override
    public String object() {
        return taints.stream()
                .map(taint -> taint.object().map(id -> Words.name(id)).orElse("*"))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    @Override
    public String summary() {
        return "unknown effect on " + object() + ": " + taints.get(0).reason();
    }

    @Override
    public void applyTo(SchemaEditor editor) {
        editor.taint(taints);
    }

    @Override
    public <R> R accept(SchemaChangeVisitor<R> visitor) {
        return visitor.unknown(this);
    }
}
