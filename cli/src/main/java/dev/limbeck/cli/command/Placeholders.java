package dev.limbeck.cli.command;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.Suggestion;
import java.util.List;
import java.util.Set;

/** The placeholders a user gives with {@code -x}. */
final class Placeholders {
    private Placeholders() {}

    /** Returns a warning for each one that no file declares: its name is probably mistyped. */
    static List<Diagnostic> unused(Session session) {
        Set<String> given = session.vars().keySet();
        if (given.isEmpty()) {
            return List.of();
        }
        Set<String> declared = session.limbeck().migrations().declaredVariables();
        return given.stream()
                .filter(name -> !declared.contains(name))
                .map(name -> undeclared(name, declared))
                .toList();
    }

    private static Diagnostic undeclared(String name, Set<String> declared) {
        return Diagnostic.warning(
                        ErrorCode.USAGE, "no script declares the placeholder '" + name + "' of -x")
                .withHint(
                        Suggestion.hint(name, declared)
                                .orElse("a script declares it with: -- limbeck: vars " + name));
    }
}
