package dev.limbeck.dialect;

import dev.limbeck.schema.Expression;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.SchemaObjectRewriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives texts of a schema the normal forms of texts that they were found to be equal to. */
public final class Respelling {
    private final Map<ObjectId, Map<String, String>> forms = new HashMap<>();

    /** Notes that in an object the text of one normal form is to have another. */
    public void add(ObjectId object, String form, String newForm) {
        forms.computeIfAbsent(object, id -> new HashMap<>()).put(form, newForm);
    }

    /** Returns a schema with what was noted. */
    public Schema apply(Schema schema) {
        if (forms.isEmpty()) {
            return schema;
        }
        List<SchemaObject> objects = new ArrayList<>();
        for (SchemaObject object : schema.objects()) {
            Map<String, String> own = forms.getOrDefault(object.id(), Map.of());
            objects.add(own.isEmpty() ? object : new Rewriter(own).rewrite(object));
        }
        return Schema.of(objects)
                .withTaints(schema.taints())
                .withRenameHints(schema.renameHints())
                .withHidden(schema.hidden());
    }

    private static final class Rewriter extends SchemaObjectRewriter {
        private final Map<String, String> forms;

        Rewriter(Map<String, String> forms) {
            this.forms = forms;
        }

        @Override
        protected Expression expression(Expression expression) {
            String form = forms.get(expression.canonical());
            return form == null ? expression : expression.withCanonical(form);
        }
    }
}
