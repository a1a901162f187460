package dev.limbeck.schema;

import java.util.Optional;
import java.util.Set;

/**
 * Something attached to a relation that is not modelled, a rule for example: known by its name and
 * its text.
 *
 * @param name its name
 * @param type its kind in the vendor's words, lower case: {@code rule}
 * @param definition the whole statement that makes it
 * @param comment its comment
 */
public record Attachment(
        PartName name, String type, Expression definition, Optional<String> comment)
        implements TablePart {
    @Override
    public PartKind kind() {
        return PartKind.ATTACHMENT;
    }

    @Override
    public Attachment withName(PartName newName) {
        return new Attachment(newName, type, definition, comment);
    }

    public Attachment withDefinition(Expression newDefinition) {
        return new Attachment(name, type, newDefinition, comment);
    }

    @Override
    public Attachment withComment(Optional<String> newComment) {
        return new Attachment(name, type, definition, newComment);
    }

    @Override
    public Set<String> columns(QualifiedName owner) {
        return Reference.columnsOf(owner, definition.references());
    }

    @Override
    public Set<Reference> references() {
        return definition.references();
    }

    @Override
    public <R> R accept(TablePartVisitor<R> visitor) {
        return visitor.attachment(this);
    }
}
