package dev.limbeck.h2;

import dev.limbeck.h2.text.H2Lexicon;
import dev.limbeck.sql.Statement;
import dev.limbeck.sql.StatementSplitter;
import java.nio.file.Path;
import java.util.List;

/** Scripts, cut into statements. */
final class H2Scripts {
    private H2Scripts() {}

    static List<String> statements(String script) {
        return StatementSplitter.split(script, H2Lexicon.LEXICON, Path.of("script.sql"))
                .statements()
                .stream()
                .map(Statement::text)
                .toList();
    }
}
