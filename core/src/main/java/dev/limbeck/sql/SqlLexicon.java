package dev.limbeck.sql;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How a database's text is read: quotes, comments, terminators. A value, never subclassed; server
 * settings that change how text is read are other values, made with {@link #with} and {@link
 * #without}.
 *
 * @param name the name used in messages
 * @param features what the text may hold
 * @param programs how procedural units end
 * @param clientCommands what becomes of lines meant for a command-line client
 */
public record SqlLexicon(
        String name,
        Set<LexicalFeature> features,
        StoredPrograms programs,
        List<ClientCommandRule> clientCommands) {

    public SqlLexicon {
        EnumSet<LexicalFeature> copy = EnumSet.noneOf(LexicalFeature.class);
        copy.addAll(features);
        features = Collections.unmodifiableSet(copy);
        clientCommands = List.copyOf(clientCommands);
    }

    /** Returns the lexicon of the SQL standard: quotes, {@code --} and flat block comments. */
    public static SqlLexicon standard(String name) {
        return new SqlLexicon(name, Set.of(), StoredPrograms.NONE, List.of());
    }

    /** Returns whether text is read so. */
    public boolean has(LexicalFeature feature) {
        return features.contains(feature);
    }

    /** Returns the same lexicon with more features. */
    public SqlLexicon with(LexicalFeature... more) {
        EnumSet<LexicalFeature> changed = EnumSet.noneOf(LexicalFeature.class);
        changed.addAll(features);
        changed.addAll(Arrays.asList(more));
        return new SqlLexicon(name, changed, programs, clientCommands);
    }

    /** Returns the same lexicon with fewer features. */
    public SqlLexicon without(LexicalFeature... fewer) {
        EnumSet<LexicalFeature> changed = EnumSet.noneOf(LexicalFeature.class);
        changed.addAll(features);
        Arrays.asList(fewer).forEach(changed::remove);
        return new SqlLexicon(name, changed, programs, clientCommands);
    }

    /** Returns the same lexicon with other procedural units. */
    public SqlLexicon with(StoredPrograms programs) {
        return new SqlLexicon(name, features, programs, clientCommands);
    }

    /** Returns the same lexicon with more rules for client commands, after those it has. */
    public SqlLexicon with(List<ClientCommandRule> more) {
        List<ClientCommandRule> changed = new ArrayList<>(clientCommands);
        changed.addAll(more);
        return new SqlLexicon(name, features, programs, changed);
    }

    /** Returns the same lexicon under another name. */
    public SqlLexicon named(String name) {
        return new SqlLexicon(name, features, programs, clientCommands);
    }
}
