package dev.limbeck.foreign;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what {@code alembic upgrade --sql} and {@code alembic downgrade --sql} printed, cut at the
 * comments that name the steps. Where the revisions themselves lie beside it, their messages,
 * labels and dependencies are taken from there, which the output does not show. Statements about
 * the version table and the brackets of transactions are Limbeck's own business and go.
 */
final class AlembicReader implements ForeignReader {
    private static final Pattern STEP =
            Pattern.compile(
                    "--\\s*Running (?<direction>upgrade|downgrade) (?<from>.*?) ?-> ?(?<to>.*)");
    private static final Pattern LEDGER =
            Pattern.compile(
                    "(INSERT INTO|UPDATE|DELETE FROM)\\s+([\\w\"`.]+\\.)?[\"`]?alembic_version\\b.*",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern LEDGER_TABLE =
            Pattern.compile(
                    "CREATE TABLE\\s+([\\w\"`.]+\\.)?[\"`]?alembic_version\\b.*",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern BRACKET =
            Pattern.compile(
                    "(BEGIN|COMMIT|START TRANSACTION)( TRANSACTION)?;", Pattern.CASE_INSENSITIVE);

    private final Reading reading = new Reading();
    private final Map<String, Step> ups = new LinkedHashMap<>();
    private final Map<String, Step> downs = new LinkedHashMap<>();
    private final Map<String, AlembicFile> sources = new HashMap<>();

    /** One step of a run, with the lines that belong to it. */
    private static final class Step {
        private final Path file;
        private final int line;
        private final String id;
        private final List<String> others;
        private final List<String> lines = new ArrayList<>();

        Step(Path file, int line, String id, List<String> others) {
            this.file = file;
            this.line = line;
            this.id = id;
            this.others = others;
        }
    }

    @Override
    public ForeignFolder read(ForeignFiles files) {
        for (Path file : files.all()) {
            Optional<AlembicFile> source = AlembicFile.read(file);
            if (ForeignFiles.name(file).endsWith(".sql")) {
                cut(file);
            } else if (source.isPresent()) {
                sources.put(source.get().id(), source.get());
            } else {
                reading.leftOut(
                        file,
                        0,
                        "it is neither a script nor a revision of alembic's",
                        "what is read is the output of 'alembic upgrade --sql' and 'alembic"
                                + " downgrade --sql'");
            }
        }
        downs.values().stream()
                .filter(step -> !ups.containsKey(step.id))
                .forEach(
                        step ->
                                reading.leftOut(
                                        step.file,
                                        step.line,
                                        "it undoes " + step.id + ", which no file applies",
                                        "print the upgrade too: 'alembic upgrade --sql base:heads'"));
        sources.values().stream()
                .filter(source -> !ups.containsKey(source.id()))
                .sorted(Comparator.comparing(AlembicFile::file))
                .forEach(
                        source ->
                                reading.leftOut(
                                        source.file(),
                                        0,
                                        "no script of the folder runs " + source.id(),
                                        "print it too: 'alembic upgrade --sql base:heads'"));
        return new ForeignFolder(
                ups.values().stream().map(this::revision).toList(), reading.findings());
    }

    private void cut(Path file) {
        Optional<Step> step = Optional.empty();
        int number = 0;
        boolean inLedgerTable = false;
        for (String line : ForeignFiles.text(file).lines().toList()) {
            number++;
            String text = line.strip();
            Matcher next = STEP.matcher(text);
            if (next.matches()) {
                step = Optional.of(begin(file, number, next));
            } else if (inLedgerTable || LEDGER_TABLE.matcher(text).matches()) {
                inLedgerTable = !text.endsWith(";");
            } else if (step.isPresent()) {
                step.get().lines.add(line);
            } else if (!text.isEmpty() && !BRACKET.matcher(text).matches()) {
                reading.leftOut(
                        file,
                        number,
                        "it stands before the first '-- Running …' comment",
                        "put it where it belongs by hand");
            }
        }
    }

    private Step begin(Path file, int number, Matcher comment) {
        boolean up = comment.group("direction").equals("upgrade");
        List<String> from = ids(comment.group("from"));
        List<String> to = ids(comment.group("to"));
        List<String> own = up ? to : from;
        String id = own.isEmpty() ? "" : own.get(0);
        Step step = new Step(file, number, id, up ? from : to);
        if (own.size() != 1) {
            reading.refused(
                    file,
                    number,
                    "the comment names no revision, or several",
                    "it is written by alembic as '-- Running upgrade PARENT -> REVISION'");
        } else if ((up ? ups : downs).putIfAbsent(id, step) != null) {
            reading.refused(
                    file,
                    number,
                    "revision " + id + " comes a second time",
                    "keep one script for each direction in the folder");
        }
        return step;
    }

    private static List<String> ids(String text) {
        List<String> ids = new ArrayList<>();
        for (String id : text.split(",", -1)) {
            if (!id.isBlank()) {
                ids.add(id.strip());
            }
        }
        return ids;
    }

    private ForeignRevision revision(Step up) {
        Optional<Step> down = Optional.ofNullable(downs.get(up.id));
        String oneWay =
                down.isPresent()
                        ? ""
                        : Reading.irreversible("no downgrade of it was printed by alembic");
        AlembicFile source = sources.getOrDefault(up.id, AlembicFile.unknown(up.id));
        return new ForeignRevision(
                up.id,
                Optional.of(up.others),
                source.branchLabels(),
                source.dependsOn(),
                source.message(),
                oneWay + script(up),
                down.map(this::script),
                List.of(),
                ForeignFiles.where(up.file, 0).file());
    }

    /**
     * Returns the statements of a step. A bracket with statements on both sides is what alembic's
     * autocommit_block leaves.
     */
    private String script(Step step) {
        List<String> kept = new ArrayList<>();
        boolean bracketed = false;
        boolean parted = false;
        boolean inLedger = false;
        for (String line : step.lines) {
            String text = line.strip();
            if (inLedger || LEDGER.matcher(text).matches()) {
                inLedger = !text.endsWith(";");
            } else if (BRACKET.matcher(text).matches()) {
                bracketed = kept.stream().anyMatch(before -> !before.isBlank());
            } else {
                parted |= bracketed && !text.isEmpty();
                kept.add(line);
            }
        }
        String script = String.join("\n", kept).strip() + "\n";
        if (!parted) {
            return script;
        }
        reading.changed(
                step.file,
                step.line,
                "a part of " + step.id + " ran outside the transaction; now all of it does",
                "make two revisions of it where the rest shall be one transaction");
        return Reading.directive("transaction off") + script;
    }
}
