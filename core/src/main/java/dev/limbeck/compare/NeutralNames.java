package dev.limbeck.compare;

import dev.limbeck.dialect.Identifiers;
import dev.limbeck.schema.QualifiedName;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Names as they are without a vendor: one that can be written without quotes is in lower case,
 * however its server folds it; any other is as it is.
 */
record NeutralNames(Identifiers identifiers) {
    String of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return identifiers.fold(lower).equals(name) ? lower : name;
    }

    String of(QualifiedName name) {
        return name.inDefaultSchema() ? of(name.name()) : of(name.schema()) + "." + of(name.name());
    }

    /** Returns names in their order: {@code (a, b)}. */
    String list(List<String> names) {
        return names.stream().map(this::of).collect(Collectors.joining(", ", "(", ")"));
    }
}
