package dev.limbeck.script;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.SourceLocation;
import dev.limbeck.revision.Revision;
import dev.limbeck.script.Header.Line;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The revisions of a project whose up files open with a header.
 *
 * @param ups what the headers say
 * @param shortFiles the bytes of short files, by their path: they were read with the header
 */
record HeaderChain(List<UpFile> ups, Map<Path, ScriptSource> shortFiles) {
    /** So many bytes of short files are kept. */
    private static final long MOST_KEPT = 16 * 1024 * 1024;

    /** What one file gave. */
    private record Reading(
            ScriptFile file,
            Optional<UpFile> upFile,
            Optional<ScriptSource> whole,
            List<Diagnostic> findings) {}

    /** Reads the headers of up files; mistakes are added to {@code findings}. */
    static HeaderChain of(List<ScriptFile> ups, DialectNames dialects, List<Diagnostic> findings) {
        // Most of the time goes into opening files, which several threads do side by side.
        List<Reading> readings = ups.parallelStream().map(file -> read(file, dialects)).toList();
        List<UpFile> chain = new ArrayList<>(readings.size());
        Map<Path, ScriptSource> shortFiles = new HashMap<>();
        long kept = 0;
        for (Reading reading : readings) {
            findings.addAll(reading.findings());
            reading.upFile().ifPresent(chain::add);
            kept += reading.file().state().map(ScriptFile.FileState::size).orElse(0L);
            if (reading.whole().isPresent() && kept <= MOST_KEPT) {
                shortFiles.put(reading.file().path(), reading.whole().get());
            }
        }
        return new HeaderChain(chain, shortFiles);
    }

    private static Reading read(ScriptFile file, DialectNames dialects) {
        HeaderReader.Result result = HeaderReader.read(file);
        List<Diagnostic> findings = new ArrayList<>(result.findings());
        Optional<UpFile> upFile =
                result.header().flatMap(header -> upFile(file, header, dialects, findings));
        return new Reading(file, upFile, result.whole(), findings);
    }

    private static Optional<UpFile> upFile(
            ScriptFile file, Header header, DialectNames dialects, List<Diagnostic> findings) {
        return HeaderFacts.of(header, dialects, findings)
                .map(facts -> new UpFile(file, facts, header.message(), places(header)));
    }

    private static Map<String, SourceLocation> places(Header header) {
        Map<String, SourceLocation> places = new HashMap<>();
        for (HeaderKey key : HeaderKey.values()) {
            Optional<Line> entry = header.entry(key);
            if (entry.isEmpty()) {
                continue;
            }
            Line line = entry.get();
            places.put(
                    key.word(), new SourceLocation(header.file(), line.line(), line.valueColumn()));
            if (line.value().indexOf(',') >= 0) {
                header.items(key).stream()
                        .skip(1)
                        .forEach(
                                item ->
                                        places.put(
                                                Revision.item(key.word(), item.text()),
                                                item.where()));
            }
        }
        return places;
    }
}
