package dev.limbeck.schema;

import java.util.TreeSet;

/** The half of {@link SchemaObjectRewriter} that walks the parts of one relation. */
final class PartRewriter implements TablePartVisitor<TablePart> {
    private final SchemaObjectRewriter rewriter;
    private final QualifiedName owner;

    PartRewriter(SchemaObjectRewriter rewriter, QualifiedName owner) {
        this.rewriter = rewriter;
        this.owner = owner;
    }

    private Key rewritten(Key key) {
        return key.withColumns(rewriter.columns(owner, key.columns()))
                .withInclude(rewriter.columns(owner, key.include()));
    }

    @Override
    public TablePart primaryKey(PrimaryKey key) {
        return key.withKey(rewritten(key.key()));
    }

    @Override
    public TablePart unique(Unique unique) {
        return unique.withKey(rewritten(unique.key()));
    }

    @Override
    public TablePart foreignKey(ForeignKey key) {
        return key.withKeyColumns(
                        rewriter.columns(owner, key.keyColumns()),
                        rewriter.columns(owner, key.onDeleteColumns()))
                .withTarget(
                        rewriter.name(Reference.Target.RELATION, key.table()),
                        rewriter.columns(key.table(), key.tableColumns()));
    }

    @Override
    public TablePart check(Check check) {
        return check.withPredicate(rewriter.rewritten(check.predicate()));
    }

    @Override
    public TablePart exclusion(Exclusion exclusion) {
        return exclusion.withElements(
                exclusion.elements().stream()
                        .map(
                                element ->
                                        new Exclusion.Element(
                                                rewriter.rewritten(owner, element.part()),
                                                element.operator()))
                        .toList(),
                rewriter.columns(owner, exclusion.include()),
                rewriter.rewritten(exclusion.where()));
    }

    @Override
    public TablePart index(Index index) {
        return index.withParts(
                index.parts().stream().map(part -> rewriter.rewritten(owner, part)).toList(),
                rewriter.columns(owner, index.include()),
                rewriter.rewritten(index.where()));
    }

    @Override
    public TablePart trigger(Trigger trigger) {
        TreeSet<String> updateOf = new TreeSet<>();
        trigger.updateOf().forEach(column -> updateOf.add(rewriter.column(owner, column)));
        Trigger.Action action =
                new Trigger.Action(
                        trigger.action()
                                .routine()
                                .map(routine -> rewriter.name(Reference.Target.ROUTINE, routine)),
                        trigger.action().arguments(),
                        trigger.action().body().map(rewriter::body));
        return trigger.withUpdateOf(updateOf)
                .withWhen(rewriter.rewritten(trigger.when()))
                .withAction(action);
    }

    @Override
    public TablePart policy(Policy policy) {
        return policy.withExpressions(
                rewriter.rewritten(policy.using()), rewriter.rewritten(policy.withCheck()));
    }

    @Override
    public TablePart attachment(Attachment attachment) {
        return attachment.withDefinition(rewriter.rewritten(attachment.definition()));
    }
}
