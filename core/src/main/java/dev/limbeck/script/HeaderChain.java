package dev.limbeck.script;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.SourceLocation;
import dev.limbeck.script.Header.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The revisions of a project whose up files open with a header. */
final class HeaderChain {
    private HeaderChain() {}

    /** What one file gave. */
    private record Reading(Optional<UpFile> upFile, List<Diagnostic> findings) {}

    /** Returns what the headers of up files say; mistakes are added to {@code findings}. */
    static List<UpFile> of(List<ScriptFile> ups, DialectNames dialects, List<Diagnostic> findings) {
        // Most of the time goes into opening files, which several threads do side by side.
        List<Reading> readings = ups.parallelStream().map(file -> read(file, dialects)).toList();
        List<UpFile> chain = new ArrayList<>(readings.size());
        for (Reading reading : readings) {
            findings.addAll(reading.findings());
            reading.upFile().ifPresent(chain::add);
        }
        return chain;
    }

    private static Reading read(ScriptFile file, DialectNames dialects) {
        HeaderReader.Result result = HeaderReader.read(file.path(), file.shown());
        List<Diagnostic> findings = new ArrayList<>(result.findings());
        Optional<UpFile> upFile =
                result.header().flatMap(header -> upFile(file, header, dialects, findings));
        return new Reading(upFile, findings);
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
            if (entry.isPresent()) {
                places.put(
                        key.word(),
                        new SourceLocation(
                                header.file(), entry.get().line(), entry.get().valueColumn()));
            }
        }
        return places;
    }
}
