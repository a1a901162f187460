package dev.limbeck.script;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.SourceLocation;
import dev.limbeck.error.Suggestion;
import dev.limbeck.revision.RevisionId;
import dev.limbeck.script.Header.Item;
import dev.limbeck.script.Header.Line;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a header says, checked. All variants of a revision must say the same. */
record HeaderFacts(
        RevisionId id,
        List<String> revises,
        List<String> branchLabels,
        List<String> dependsOn,
        Optional<Instant> created,
        List<String> dialects,
        List<String> replaces) {
    private static final String COMMAS =
            "one comma stands between two names, and no white space in one";

    HeaderFacts {
        revises = List.copyOf(revises);
        branchLabels = List.copyOf(branchLabels);
        dependsOn = List.copyOf(dependsOn);
        dialects = List.copyOf(dialects);
        replaces = List.copyOf(replaces);
    }

    /** Checks a header; empty where it has no usable id. Mistakes are added to {@code findings}. */
    static Optional<HeaderFacts> of(
            Header header, DialectNames dialects, List<Diagnostic> findings) {
        Check check = new Check(header, findings);
        Optional<RevisionId> id = check.id();
        check.require(HeaderKey.REVISES);
        List<String> revises =
                check.names(HeaderKey.REVISES, RevisionId::problemWith, RevisionId.ADVICE);
        List<String> labels =
                check.names(HeaderKey.BRANCH_LABELS, HeaderFacts::problemWithName, COMMAS);
        List<String> dependencies =
                check.names(HeaderKey.DEPENDS_ON, HeaderFacts::problemWithName, COMMAS);
        Optional<Instant> created = check.created();
        List<String> only = check.dialects(dialects);
        List<String> replaces =
                check.names(HeaderKey.REPLACES, RevisionId::problemWith, RevisionId.ADVICE);
        return id.map(
                known ->
                        new HeaderFacts(
                                known, revises, labels, dependencies, created, only, replaces));
    }

    /** Returns the first key about which two headers of one revision differ. */
    Optional<HeaderKey> firstDifference(HeaderFacts other) {
        for (HeaderKey key : HeaderKey.values()) {
            if (!value(key).equals(other.value(key))) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }

    private Object value(HeaderKey key) {
        return switch (key) {
            case REVISION -> id;
            case REVISES -> revises;
            case BRANCH_LABELS -> branchLabels;
            case DEPENDS_ON -> dependsOn;
            case CREATED -> created;
            case DIALECTS -> dialects;
            case REPLACES -> replaces;
        };
    }

    private static Optional<String> problemWithName(String name) {
        return name.chars().anyMatch(Character::isWhitespace)
                ? Optional.of("'" + name + "' holds white space")
                : Optional.empty();
    }

    /** One pass over one header. */
    private record Check(Header header, List<Diagnostic> findings) {
        void require(HeaderKey key) {
            if (header.entry(key).isEmpty()) {
                findings.add(
                        Diagnostic.error(
                                        ErrorCode.HEADER_KEY_MISSING,
                                        "the header has no '" + key.word() + ":' line",
                                        header.place(key))
                                .withHint(
                                        "a file opens with '-- "
                                                + key.word()
                                                + ": …' among its first comment lines, before any"
                                                + " other text"));
            }
        }

        Optional<RevisionId> id() {
            require(HeaderKey.REVISION);
            Optional<Line> entry = header.entry(HeaderKey.REVISION);
            if (entry.isEmpty()) {
                return Optional.empty();
            }
            String text = entry.get().value();
            Optional<String> problem = RevisionId.problemWith(text);
            problem.ifPresent(
                    sentence ->
                            findings.add(
                                    Diagnostic.error(
                                                    ErrorCode.ILLEGAL_REVISION_ID,
                                                    sentence,
                                                    valueOf(entry.get()))
                                            .withHint(RevisionId.ADVICE)));
            return problem.isPresent() ? Optional.empty() : Optional.of(new RevisionId(text));
        }

        List<String> names(
                HeaderKey key, Function<String, Optional<String>> problem, String advice) {
            List<String> names = new ArrayList<>();
            for (Item item : header.items(key)) {
                Optional<String> sentence =
                        item.text().isEmpty()
                                ? Optional.of("a name is missing beside a comma")
                                : problem.apply(item.text());
                if (sentence.isEmpty()) {
                    names.add(item.text());
                } else {
                    invalid(
                            "'" + key.word() + ":': " + sentence.get(),
                            item.where(),
                            item.text().isEmpty() ? COMMAS : advice);
                }
            }
            return names;
        }

        Optional<Instant> created() {
            Optional<Line> entry = header.entry(HeaderKey.CREATED);
            Optional<Instant> instant = entry.flatMap(line -> CreatedDate.parse(line.value()));
            if (entry.isPresent() && instant.isEmpty()) {
                invalid(
                        "'created: " + entry.get().value() + "' is no date and time",
                        valueOf(entry.get()),
                        "write it as 2026-11-23T10:00:00Z");
            }
            return instant;
        }

        List<String> dialects(DialectNames known) {
            Optional<Line> entry = header.entry(HeaderKey.DIALECTS);
            if (entry.isPresent() && entry.get().value().isEmpty()) {
                invalid(
                        "'dialects:' names no dialect",
                        valueOf(entry.get()),
                        "leave the line out where the revision runs everywhere");
            }
            List<String> names = new ArrayList<>();
            for (Item item : header.items(HeaderKey.DIALECTS)) {
                if (known.contains(item.text())) {
                    names.add(item.text());
                } else {
                    invalid(
                            "'" + item.text() + "' is no dialect's name",
                            item.where(),
                            Suggestion.hint(item.text(), known.all())
                                    .orElse("known are " + String.join(", ", known.all())));
                }
            }
            return names;
        }

        private SourceLocation valueOf(Line entry) {
            return new SourceLocation(header.file(), entry.line(), entry.valueColumn());
        }

        private void invalid(String message, SourceLocation where, String hint) {
            findings.add(
                    Diagnostic.error(ErrorCode.HEADER_VALUE_INVALID, message, where)
                            .withHint(hint));
        }
    }
}
