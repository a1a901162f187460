package dev.limbeck.dialect;

import dev.limbeck.dialect.SpellingProbe.Answer;
import dev.limbeck.schema.Schema;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a live server settled of the differences between two schemas.
 *
 * @param desired the desired schema, in which a text that the server stores as it stores the actual
 *     one has that one's normal form
 * @param asked how many pairs of texts the server was asked about
 * @param settled how many of them are one text to it
 * @param refusals what it could not say, and why
 */
public record SpellingSettlement(Schema desired, int asked, int settled, List<String> refusals) {
    public SpellingSettlement {
        refusals = List.copyOf(refusals);
    }

    /**
     * Asks about every text that stands in the same place of two schemas and differs in normal
     * form; where none does the server is not asked at all. What comes back is compared again.
     *
     * @param actual the schema of the server that is asked, in normal form
     * @param desired the other schema, in normal form
     */
    public static SpellingSettlement of(Schema actual, Schema desired, SpellingProbe probe)
            throws SQLException {
        List<SpellingPairs.Place> places = SpellingPairs.between(actual, desired);
        if (places.isEmpty()) {
            return new SpellingSettlement(desired, 0, 0, List.of());
        }
        Optional<String> unavailable = probe.unavailable();
        if (unavailable.isPresent()) {
            return new SpellingSettlement(desired, 0, 0, List.of(unavailable.get()));
        }
        List<Answer> answers = probe.ask(places.stream().map(SpellingPairs.Place::pair).toList());
        Respelling respelling = new Respelling();
        List<String> refusals = new ArrayList<>();
        int settled = 0;
        for (int i = 0; i < places.size(); i++) {
            SpellingPairs.Place place = places.get(i);
            Answer answer = answers.get(i);
            answer.refusal().ifPresent(reason -> refusals.add(place.object() + ": " + reason));
            if (answer.same()) {
                settled++;
                respelling.add(place.object(), place.after(), place.before());
            }
        }
        return new SpellingSettlement(respelling.apply(desired), places.size(), settled, refusals);
    }
}
