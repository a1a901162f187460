package dev.limbeck.diff;

import dev.limbeck.schema.Expression;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.ObjectKind;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Reference;
import dev.limbeck.schema.Routine;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.SchemaObjectRewriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts the changes of routines whose bodies are but texts behind all others. A routine that a
 * rename goes by is then changed under the name it has by then.
 */
final class BodiesLast extends SchemaObjectRewriter {
    private final ObjectChange.Rename rename;

    private BodiesLast(ObjectChange.Rename rename) {
        this.rename = rename;
    }

    /** Returns changes in the new order. */
    static List<SchemaChange> of(List<SchemaChange> changes) {
        List<SchemaChange> ordered = new ArrayList<>();
        List<ObjectChange.Alter> bodies = new ArrayList<>();
        for (SchemaChange change : changes) {
            if (change instanceof ObjectChange.Alter alter && isOfBodyInWords(alter)) {
                bodies.add(alter);
                continue;
            }
            if (change instanceof ObjectChange.Rename rename) {
                BodiesLast passing = new BodiesLast(rename);
                bodies.replaceAll(passing::after);
            }
            ordered.add(change);
        }
        ordered.addAll(bodies);
        return List.copyOf(ordered);
    }

    private static boolean isOfBodyInWords(ObjectChange.Alter alter) {
        return alter.after() instanceof Routine routine
                && !routine.options().has(Routine.BOUND_BODY);
    }

    private ObjectChange.Alter after(ObjectChange.Alter alter) {
        return new ObjectChange.Alter(renamed(alter.before()), renamed(alter.after()));
    }

    private SchemaObject renamed(SchemaObject object) {
        QualifiedName own =
                object.id().equals(rename.renamed()) ? rename.newName() : moved(object.id().name());
        return rewrite(object).withName(own);
    }

    private QualifiedName moved(QualifiedName name) {
        ObjectId renamed = rename.renamed();
        boolean within =
                renamed.kind() == ObjectKind.NAMESPACE
                        && name.schema().equals(renamed.name().name());
        return within ? QualifiedName.of(rename.newName().name(), name.name()) : name;
    }

    @Override
    protected QualifiedName name(Reference.Target target, QualifiedName name) {
        ObjectId renamed = rename.renamed();
        boolean meant = target.accepts(renamed.kind()) && name.equals(renamed.name());
        return meant ? rename.newName() : moved(name);
    }

    @Override
    protected Expression body(Expression body) {
        return body;
    }
}
