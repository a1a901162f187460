package dev.limbeck.analysis.calcite;

import dev.limbeck.analysis.QuerySetting;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Tells which names two spellings stand for. Not thread-safe. */
final class Spelling {
    private final QuerySetting setting;
    private final Set<String> requoted;
    private final Map<String, String> folded;

    private Spelling(QuerySetting setting, Set<String> requoted, Map<String, String> folded) {
        this.setting = setting;
        this.requoted = requoted;
        this.folded = folded;
    }

    /** Returns the spelling of statements whose names are quoted as the parser has them. */
    static Spelling of(QuerySetting setting) {
        return new Spelling(setting, Set.of(), new HashMap<>());
    }

    /**
     * Returns the spelling of a statement.
     *
     * @param words names that are quoted in the tree and not in the statement
     */
    Spelling requoted(Set<String> words) {
        return words.isEmpty() ? this : new Spelling(setting, words, new HashMap<>());
    }

    /** Returns a name as the schema has it. */
    String name(String written) {
        return folded.computeIfAbsent(written, this::fold);
    }

    /** Returns what two spellings of one name of a column or an alias have in common. */
    String key(String written) {
        return keyOf(name(written));
    }

    /** Returns the same of a name that is folded already. */
    String keyOf(String name) {
        return setting.columnCase() == QuerySetting.ColumnCase.MEANS_NOTHING
                ? name.toLowerCase(Locale.ROOT)
                : name;
    }

    /** Returns whether a name stands there without quotes. */
    boolean isBare(String written) {
        return !isQuoted(written) || requoted.contains(inner(written));
    }

    private String fold(String written) {
        String source =
                isQuoted(written) && requoted.contains(inner(written)) ? inner(written) : written;
        List<String> pieces = setting.names().pieces(source);
        // the default schema's own name has no letters in the model
        return pieces.size() == 1 && !pieces.get(0).isEmpty() ? pieces.get(0) : inner(source);
    }

    private static boolean isQuoted(String written) {
        return written.length() > 1 && !Character.isJavaIdentifierPart(written.charAt(0));
    }

    private static String inner(String written) {
        return isQuoted(written) ? written.substring(1, written.length() - 1) : written;
    }
}
