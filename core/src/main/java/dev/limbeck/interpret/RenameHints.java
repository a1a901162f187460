package dev.limbeck.interpret;

import dev.limbeck.ddl.DdlElement;
import dev.limbeck.ddl.DdlReader;
import dev.limbeck.ddl.DdlReading;
import dev.limbeck.ddl.Strings;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.SourceLocation;
import dev.limbeck.schema.PartKind;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.RenameHint;
import dev.limbeck.schema.Schema;
import dev.limbeck.sql.Directive;
import dev.limbeck.sql.Statement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the {@code renamed-from} lines of one statement say: each is about the thing whose
 * definition begins next.
 */
final class RenameHints {
    private final DdlReader reader;
    private final Statement statement;
    private final Path shown;
    private final List<Directive> left = new ArrayList<>();

    RenameHints(DdlReader reader, Statement statement, Path shown) {
        this.reader = reader;
        this.statement = statement;
        this.shown = shown;
        statement.directives().stream()
                .filter(directive -> directive.name().equals("renamed-from"))
                .forEach(left::add);
    }

    /** Returns the schema of a reading with the hints about what it defines. */
    Schema in(DdlReading reading) {
        if (left.isEmpty() || reading.elements().isEmpty()) {
            return reading.schema();
        }
        Set<RenameHint> hints = new TreeSet<>(reading.schema().renameHints());
        List<Directive> used = new ArrayList<>();
        for (Directive directive : left) {
            long offset = directive.span().end() - statement.span().start();
            Optional<RenameHint> hint =
                    next(reading, offset).flatMap(element -> hint(element, directive));
            hint.ifPresent(
                    said -> {
                        hints.add(said);
                        used.add(directive);
                    });
        }
        left.removeAll(used);
        return reading.schema().withRenameHints(hints);
    }

    private static Optional<DdlElement> next(DdlReading reading, long offset) {
        return reading.elements().stream()
                .filter(element -> element.offset() >= offset)
                .min(
                        Comparator.comparingInt(DdlElement::offset)
                                .thenComparing(element -> element.part().isPresent()));
    }

    private Optional<RenameHint> hint(DdlElement element, Directive directive) {
        if (element.part().filter(part -> part.kind() == PartKind.VALUE).isPresent()) {
            return Optional.of(RenameHint.of(element.part().get(), value(directive.argument())));
        }
        List<String> pieces = reader.pieces(directive.argument());
        if (pieces.isEmpty() || pieces.size() > 2) {
            return Optional.empty();
        }
        String name = pieces.get(pieces.size() - 1);
        if (element.part().isPresent()) {
            return pieces.size() == 1
                    ? Optional.of(RenameHint.of(element.part().get(), name))
                    : Optional.empty();
        }
        QualifiedName now = element.object().name();
        QualifiedName before =
                pieces.size() == 2 ? QualifiedName.of(pieces.get(0), name) : now.sibling(name);
        return Optional.of(RenameHint.of(element.object(), before));
    }

    /** Returns a value as it is, with quotes around it or without. */
    private static String value(String written) {
        return written.startsWith("'") || written.startsWith("\"")
                ? Strings.value(written)
                : written;
    }

    /** Returns what is wrong with hints that are about nothing. */
    List<Diagnostic> findings() {
        return left.stream().map(this::finding).toList();
    }

    private Diagnostic finding(Directive directive) {
        SourceLocation where =
                new SourceLocation(shown, directive.span().line(), directive.argumentColumn());
        return Diagnostic.warning(
                        ErrorCode.RENAME_HINT_INVALID,
                        "'renamed-from "
                                + directive.argument()
                                + "' names nothing that could have had that name",
                        where)
                .withHint(
                        "put it on the line before the table, column, constraint, index or enum"
                                + " value, with the one name it had");
    }
}
