package dev.limbeck;

import dev.limbeck.analysis.PredicateAnalyzer;
import dev.limbeck.analysis.PredicateSettlement;
import dev.limbeck.autogenerate.SecondOpinion;
import dev.limbeck.dialect.PredicateReader;
import dev.limbeck.schema.Schema;
import java.util.Optional;

/** Proves predicates equal that are left after another opinion was heard. */
final class ProvenOpinion implements SecondOpinion {
    private final SecondOpinion first;
    private final Optional<PredicateReader> reader;
    private final PredicateAnalyzer analyzer;

    ProvenOpinion(
            SecondOpinion first, Optional<PredicateReader> reader, PredicateAnalyzer analyzer) {
        this.first = first;
        this.reader = reader;
        this.analyzer = analyzer;
    }

    @Override
    public Reconsidered reconsider(Schema from, Schema to) {
        Reconsidered heard = first.reconsider(from, to);
        if (reader.isEmpty()) {
            return heard;
        }
        PredicateSettlement proved =
                PredicateSettlement.of(heard.from(), heard.to(), reader.get(), analyzer);
        return new Reconsidered(heard.from(), proved.desired(), heard.notices(), proved.verdicts());
    }
}
