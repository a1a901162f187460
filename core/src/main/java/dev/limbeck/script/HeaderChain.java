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

    /** Returns what the headers of up files say; mistakes are added to {@code findings}. */
    static List<UpFile> of(List<ScriptFile> ups, DialectNames dialects, List<Diagnostic> findings) {
        List<UpFile> chain = new ArrayList<>();
        for (ScriptFile file : ups) {
            HeaderReader.Result result = HeaderReader.read(file.path(), file.shown());
            findings.addAll(result.findings());
            result.header()
                    .flatMap(header -> upFile(file, header, dialects, findings))
                    .ifPresent(chain::add);
        }
        return chain;
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
