package dev.limbeck.dialect;

import dev.limbeck.dialect.SpellingProbe.Answer;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.SchemaObjectRewriter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        Map<ObjectId, Map<String, String>> same = new HashMap<>();
        List<String> refusals = new ArrayList<>();
        int settled = 0;
        for (int i = 0; i < places.size(); i++) {
            SpellingPairs.Place place = places.get(i);
            Answer answer = answers.get(i);
            answer.refusal().ifPresent(reason -> refusals.add(place.object() + ": " + reason));
            if (answer.same()) {
                settled++;
                same.computeIfAbsent(place.object(), id -> new HashMap<>())
                        .put(place.after(), place.before());
            }
        }
        return new SpellingSettlement(respelled(desired, same), places.size(), settled, refusals);
    }

    private static Schema respelled(Schema schema, Map<ObjectId, Map<String, String>> same) {
        if (same.isEmpty()) {
            return schema;
        }
        List<SchemaObject> objects = new ArrayList<>();
        for (SchemaObject object : schema.objects()) {
            Map<String, String> forms = same.getOrDefault(object.id(), Map.of());
            objects.add(forms.isEmpty() ? object : new Respeller(forms).rewrite(object));
        }
        return Schema.of(objects)
                .withTaints(schema.taints())
                .withRenameHints(schema.renameHints())
                .withHidden(schema.hidden());
    }

    /** Gives texts of one object other normal forms. */
    private static final class Respeller extends SchemaObjectRewriter {
        private final Map<String, String> forms;

        Respeller(Map<String, String> forms) {
            this.forms = forms;
        }

        @Override
        protected Expression expression(Expression expression) {
            String form = forms.get(expression.canonical());
            return form == null ? expression : expression.withCanonical(form);
        }
    }
}
