package dev.limbeck.script;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.SourceLocation;
import dev.limbeck.revision.Revision;
import java.util.List;
import java.util.Optional;

/**
 * A revision with its files.
 *
 * @param revision what its header says
 * @param files its up and down files, all variants
 * @param dialects where it runs ({@code dialects:} of the header); empty: everywhere
 * @param replaces ids of the revisions this one stands for ({@code replaces:} of the header)
 */
public record Migration(
        Revision revision, List<ScriptFile> files, List<String> dialects, List<String> replaces) {
    public Migration {
        files = List.copyOf(files);
        dialects = List.copyOf(dialects);
        replaces = List.copyOf(replaces);
    }

    /**
     * Returns the file that serves a database: the most specific variant, else the general file.
     *
     * @param variants dialect names, the most specific first
     */
    public Optional<ScriptFile> file(Direction direction, List<String> variants) {
        Optional<ScriptFile> best = Optional.empty();
        int bestRank = variants.size() + 1;
        for (ScriptFile file : files) {
            int rank = rank(file, variants);
            if (file.direction() == direction && rank < bestRank) {
                best = Optional.of(file);
                bestRank = rank;
            }
        }
        return best;
    }

    /** Returns how well a file serves, the best first; past the general one: not at all. */
    private static int rank(ScriptFile file, List<String> variants) {
        if (file.variant().isEmpty()) {
            return variants.size();
        }
        int place = variants.indexOf(file.variant().get());
        return place < 0 ? variants.size() + 1 : place;
    }

    /**
     * Returns a warning where an up script of this revision has no down script, or has one although
     * it says that it can't be taken down.
     */
    public Optional<Diagnostic> missingDown(Script up) {
        if (up.file().direction() == Direction.DOWN) {
            return Optional.empty();
        }
        boolean hasDown =
                file(Direction.DOWN, up.file().variant().map(List::of).orElse(List.of()))
                        .isPresent();
        if (hasDown) {
            return up.irreversible()
                    .map(
                            said ->
                                    Diagnostic.warning(
                                            ErrorCode.DIRECTIVE_INVALID,
                                            "the script says that it is irreversible, and has a"
                                                    + " down file",
                                            said.where()));
        }
        return up.irreversible().isPresent()
                ? Optional.empty()
                : Optional.of(
                        Diagnostic.warning(
                                        ErrorCode.DOWN_MISSING,
                                        "there is no down file",
                                        SourceLocation.top(up.file().shown()))
                                .withHint(
                                        "write it, an empty one where there is nothing to undo, or"
                                                + " say '-- limbeck: irreversible REASON' here"));
    }

    /** Returns whether its header lets it run on a database; elsewhere it is only recorded. */
    public boolean runsOn(List<String> variants) {
        return dialects.isEmpty() || variants.stream().anyMatch(dialects::contains);
    }

    /** Returns the up script that runs on a database; empty where it only records the revision. */
    public Optional<ScriptFile> upOn(List<String> variants) {
        return runsOn(variants) ? file(Direction.UP, variants) : Optional.empty();
    }
}
