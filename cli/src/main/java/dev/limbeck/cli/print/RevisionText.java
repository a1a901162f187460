package dev.limbeck.cli.print;

import dev.limbeck.report.RevisionReport;
import dev.limbeck.revision.Revision;
import java.util.List;
import java.util.Set;

/**
 * How revisions are written in text: Alembic's line a revision, and its block a revision.
 *
 * <p>The mark of a head that another line depends on is {@code (effective head)}, Alembic's word,
 * although such a revision is a head by its parents' link only.
 */
public final class RevisionText {
    /** What stands for «before the first revision». */
    public static final String BASE = "<base>";

    /** What a line says beside the id. */
    public enum Part {
        /** {@code PARENTS (DEPENDENCIES) -> }. */
        PARENTS,
        /** Labels, inherited ones too. */
        LABELS,
        /** {@code (current)}. */
        CURRENT_MARK,
        /** {@code (branchpoint)} and {@code (mergepoint)}. */
        TREE_MARKS,
        /** {@code , MESSAGE}. */
        MESSAGE
    }

    /** The parts of a line of {@code history}. */
    public static final Set<Part> HISTORY =
            Set.of(Part.PARENTS, Part.LABELS, Part.TREE_MARKS, Part.MESSAGE);

    /** The parts of a line of {@code history -i}. */
    public static final Set<Part> INDICATED_HISTORY =
            Set.of(Part.PARENTS, Part.LABELS, Part.CURRENT_MARK, Part.TREE_MARKS, Part.MESSAGE);

    /** The parts of a line of {@code heads}. */
    public static final Set<Part> HEADS = Set.of(Part.LABELS);

    /** The parts of a line of {@code current}. */
    public static final Set<Part> CURRENT = Set.of(Part.TREE_MARKS);

    /** The parts of a line of {@code branches}. */
    public static final Set<Part> BRANCHES = Set.of(Part.LABELS, Part.TREE_MARKS);

    private final Palette palette;

    public RevisionText(Palette palette) {
        this.palette = palette;
    }

    /** Returns the one-line form. */
    public String line(RevisionReport report, Set<Part> parts) {
        return line(report, parts, List.of());
    }

    /**
     * Returns the one-line form.
     *
     * @param further marks beside those that the report and the parts tell
     */
    public String line(RevisionReport report, Set<Part> parts, List<String> further) {
        Revision revision = report.revision();
        StringBuilder line = new StringBuilder();
        if (parts.contains(Part.PARENTS)) {
            line.append(parents(revision));
            if (!revision.dependsOn().isEmpty()) {
                line.append(" (").append(String.join(", ", revision.dependsOn())).append(')');
            }
            line.append(" -> ");
        }
        line.append(palette.id(revision.id().value()));
        if (parts.contains(Part.LABELS) && !report.labels().isEmpty()) {
            line.append(mark(String.join(", ", report.labels())));
        }
        if (report.head()) {
            line.append(mark(report.effectiveHead() ? "head" : "effective head"));
        }
        line.append(currentMark(report, parts));
        if (parts.contains(Part.TREE_MARKS)) {
            line.append(markIf(report.branchPoint(), "branchpoint"));
            line.append(markIf(report.mergePoint(), "mergepoint"));
        }
        further.forEach(word -> line.append(mark(word)));
        if (parts.contains(Part.MESSAGE)) {
            line.append(", ").append(revision.message());
        }
        return line.toString();
    }

    /**
     * Returns the block form: several lines and the empty one that ends it.
     *
     * @param parts of which only {@link Part#CURRENT_MARK} is asked
     */
    public String block(RevisionReport report, Set<Part> parts) {
        return block(report, parts, List.of());
    }

    /**
     * Returns the block form.
     *
     * @param further marks beside those that the report and the parts tell
     */
    public String block(RevisionReport report, Set<Part> parts, List<String> further) {
        Revision revision = report.revision();
        StringBuilder block = new StringBuilder();
        block.append("Rev: ")
                .append(palette.id(revision.id().value()))
                .append(markIf(report.head(), "head"))
                .append(markIf(report.branchPoint(), "branchpoint"))
                .append(markIf(report.mergePoint(), "mergepoint"))
                .append(currentMark(report, parts));
        further.forEach(word -> block.append(mark(word)));
        block.append('\n');
        field(block, report.mergePoint() ? "Merges" : "Parent", List.of(parents(revision)));
        field(block, "Also depends on", revision.dependsOn());
        if (report.branchPoint()) {
            field(block, "Branches into", report.children());
        }
        field(block, "Branch names", report.labels());
        field(block, "Path", List.of(revision.path().toString()));
        String message = revision.message().isEmpty() ? "" : "    " + revision.message();
        return block.append('\n').append(message).append("\n\n").toString();
    }

    /** Returns the line of a row of the version table that no file has. */
    public String unknownLine(String id) {
        return palette.id(id) + mark("unknown");
    }

    /** Returns the block of a row of the version table that no file has. */
    public String unknownBlock(String id) {
        return "Rev: " + unknownLine(id) + "\n\n    no file has this revision\n\n";
    }

    /** Returns the revisions a revision builds on, or {@code <base>}. */
    public static String parents(Revision revision) {
        List<String> parents = revision.revises();
        return switch (parents.size()) {
            case 0 -> BASE;
            case 1 -> parents.get(0);
            default -> String.join(", ", parents);
        };
    }

    private static void field(StringBuilder block, String name, List<String> values) {
        if (!values.isEmpty()) {
            block.append(name).append(": ").append(String.join(", ", values)).append('\n');
        }
    }

    private String currentMark(RevisionReport report, Set<Part> parts) {
        boolean current = report.current().filter(Boolean::booleanValue).isPresent();
        return markIf(current && parts.contains(Part.CURRENT_MARK), "current");
    }

    private String markIf(boolean applies, String word) {
        return applies ? mark(word) : "";
    }

    private String mark(String word) {
        return " " + palette.mark("(" + word + ")");
    }
}
