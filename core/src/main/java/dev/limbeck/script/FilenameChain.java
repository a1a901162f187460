package dev.limbeck.script;

import dev.limbeck.error.ConfigException;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.SourceLocation;
import dev.limbeck.revision.RevisionId;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The chain of a project whose files say by their names what they revise: the leading number is the
 * id, each revision revises the one with the next smaller number, and no header is read.
 */
final class FilenameChain {
    private static final Comparator<String> BY_VALUE =
            Comparator.comparing(FilenameChain::withoutZeros, FilenameChain::compareDigits);

    private FilenameChain() {}

    /** A file and the number its name begins with. */
    private record Numbered(ScriptFile file, String number) {}

    /** Returns what the names of up files say; mistakes are added to {@code findings}. */
    static List<UpFile> of(List<ScriptFile> ups, List<Diagnostic> findings) {
        List<Numbered> numbered = new ArrayList<>();
        for (ScriptFile file : ups) {
            problemWith(file)
                    .ifPresentOrElse(
                            findings::add,
                            () -> numbered.add(new Numbered(file, number(file.stem()))));
        }
        numbered.sort(Comparator.comparing(Numbered::number, BY_VALUE));
        List<UpFile> chain = new ArrayList<>();
        Optional<Numbered> previous = Optional.empty();
        List<String> parents = List.of();
        for (Numbered current : numbered) {
            String before = previous.map(Numbered::number).orElse("");
            if (previous.isPresent() && BY_VALUE.compare(before, current.number()) == 0) {
                if (!before.equals(current.number())) {
                    findings.add(sameNumber(previous.get().file(), current));
                    continue;
                }
            } else {
                parents = previous.map(Numbered::number).map(List::of).orElse(List.of());
            }
            chain.add(upFile(current, parents));
            previous = Optional.of(current);
        }
        return chain;
    }

    /**
     * Returns the number of a revision that is put on top of the chain: the one asked for, else the
     * one that follows the greatest in use, written as wide as that.
     */
    static RevisionId append(NewRevision revision, List<RevisionId> ids) {
        Optional<String> top = ids.stream().map(RevisionId::value).max(BY_VALUE);
        boolean onTop = revision.revises().equals(top.map(List::of).orElse(List.of()));
        if (!onTop || !revision.branchLabels().isEmpty() || !revision.dependsOn().isEmpty()) {
            throw refusal(
                    "with chain = \"filename\" a revision revises the one before it, and nothing"
                            + " else");
        }
        String number = revision.id().orElseGet(() -> next(top.orElse("000000")));
        Optional<String> problem = RevisionId.problemWith(number);
        if (problem.isPresent() || !number(number).equals(number)) {
            throw refusal("'" + number + "' is no number for a file's name");
        }
        if (top.isPresent() && BY_VALUE.compare(number, top.get()) <= 0) {
            throw refusal(number + " does not come after " + top.get());
        }
        return new RevisionId(number);
    }

    private static ConfigException refusal(String message) {
        return new ConfigException(Diagnostic.error(ErrorCode.USAGE, message));
    }

    private static String next(String greatest) {
        String next = new BigInteger(greatest).add(BigInteger.ONE).toString();
        return "0".repeat(Math.max(0, greatest.length() - next.length())) + next;
    }

    private static UpFile upFile(Numbered numbered, List<String> parents) {
        ScriptFile file = numbered.file();
        HeaderFacts facts =
                new HeaderFacts(
                        new RevisionId(numbered.number()),
                        parents,
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        List.of());
        String slug = file.stem().substring(numbered.number().length());
        return new UpFile(file, facts, slug.replace('_', ' ').strip(), Map.of());
    }

    private static Optional<Diagnostic> problemWith(ScriptFile file) {
        SourceLocation where = SourceLocation.top(file.shown());
        String number = number(file.stem());
        if (number.isEmpty()) {
            return Optional.of(
                    Diagnostic.error(
                                    ErrorCode.FILE_NAME_INVALID,
                                    "the name '" + file.stem() + "' does not begin with a number",
                                    where)
                            .withHint(
                                    "with chain = \"filename\" the leading number is the"
                                            + " revision's id"));
        }
        return RevisionId.problemWith(number)
                .map(
                        problem ->
                                Diagnostic.error(ErrorCode.ILLEGAL_REVISION_ID, problem, where)
                                        .withHint(RevisionId.ADVICE));
    }

    private static Diagnostic sameNumber(ScriptFile first, Numbered second) {
        return Diagnostic.error(
                ErrorCode.DUPLICATE_REVISION,
                "'"
                        + second.number()
                        + "' is the same number as that of '"
                        + first.shown()
                        + "': which one comes first is not clear",
                SourceLocation.top(second.file().shown()));
    }

    /** Returns the number a name begins with, or nothing. */
    static String number(String stem) {
        int end = 0;
        while (end < stem.length() && stem.charAt(end) >= '0' && stem.charAt(end) <= '9') {
            end++;
        }
        return stem.substring(0, end);
    }

    private static String withoutZeros(String number) {
        int start = 0;
        while (start < number.length() - 1 && number.charAt(start) == '0') {
            start++;
        }
        return number.substring(start);
    }

    private static int compareDigits(String left, String right) {
        return left.length() != right.length()
                ? Integer.compare(left.length(), right.length())
                : left.compareTo(right);
    }
}
