package dev.limbeck.schema;

/** One method a kind of {@link SchemaObject}. */
public interface SchemaObjectVisitor<R> {
    R namespace(Namespace namespace);

    R extension(Extension extension);

    R enumType(EnumType type);

    R domain(Domain domain);

    R compositeType(CompositeType type);

    R sequence(Sequence sequence);

    R table(Table table);

    R view(View view);

    R materializedView(MaterializedView view);

    R routine(Routine routine);

    R synonym(Synonym synonym);

    R opaque(OpaqueObject object);
}
