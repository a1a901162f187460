package dev.limbeck.schema;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Which objects of a database count. Patterns are globs: {@code *} is any text, {@code ?} any one
 * letter; they are compared as the names are folded.
 */
public final class ObjectFilter {
    private static final ObjectFilter ALL = new ObjectFilter(List.of("*"), List.of("*"), List.of());

    private final List<Pattern> schemas;
    private final List<Pattern> include;
    private final List<Pattern> exclude;

    /**
     * @param schemas patterns of the schemas that are read; the empty one is the default schema
     * @param include patterns of {@code schema.name}, in the default schema also of the bare name
     * @param exclude the same, of what is left out though it is included
     */
    public ObjectFilter(List<String> schemas, List<String> include, List<String> exclude) {
        this.schemas = compiled(schemas);
        this.include = compiled(include);
        this.exclude = compiled(exclude);
    }

    /** Returns the filter that lets everything through. */
    public static ObjectFilter all() {
        return ALL;
    }

    private static List<Pattern> compiled(List<String> globs) {
        return globs.stream().map(ObjectFilter::compiled).toList();
    }

    private static Pattern compiled(String glob) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }

    /**
     * Returns whether the objects of a schema are read.
     *
     * @param schema its name; empty: the default one
     * @param realName what the server calls it
     */
    public boolean readsSchema(String schema, String realName) {
        return matches(schemas, schema) || matches(schemas, realName);
    }

    /**
     * Returns whether an object counts.
     *
     * @param name its name
     * @param realSchema what the server calls its schema
     */
    public boolean lets(QualifiedName name, String realSchema) {
        return matches(include, name, realSchema) && !matches(exclude, name, realSchema);
    }

    private static boolean matches(List<Pattern> patterns, QualifiedName name, String realSchema) {
        return matches(patterns, realSchema + "." + name.name())
                || (name.inDefaultSchema() && matches(patterns, name.name()));
    }

    private static boolean matches(List<Pattern> patterns, String text) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(text).matches());
    }
}
