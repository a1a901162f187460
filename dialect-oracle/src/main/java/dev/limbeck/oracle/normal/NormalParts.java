package dev.limbeck.oracle.normal;

import dev.limbeck.expression.OwnColumns;
import dev.limbeck.oracle.text.OracleIdentifiers;
import dev.limbeck.oracle.text.OracleLexicon;
import dev.limbeck.oracle.text.OracleText;
import dev.limbeck.schema.Attachment;
import dev.limbeck.schema.Check;
import dev.limbeck.schema.Exclusion;
import dev.limbeck.schema.Expression;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.Index;
import dev.limbeck.schema.IndexPart;
import dev.limbeck.schema.Key;
import dev.limbeck.schema.Policy;
import dev.limbeck.schema.PrimaryKey;
import dev.limbeck.schema.ReferentialAction;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import dev.limbeck.schema.TablePartVisitor;
import dev.limbeck.schema.Trigger;
import dev.limbeck.schema.Unique;
import dev.limbeck.sql.SqlToken;
import dev.limbeck.sql.SqlTokenizer;
import java.util.List;
import java.util.Optional;

/** Brings the constraints, indexes and triggers of one relation to normal form. */
final class NormalParts implements TablePartVisitor<TablePart> {
    private final Schema schema;
    private final OracleTexts texts;
    private final OwnColumns own;

    NormalParts(Schema schema, OracleTexts texts, Relation owner) {
        this.schema = schema;
        this.texts = texts;
        this.own = texts.columnsOf(owner);
    }

    /** Where the index behind a key is and what it is called is not kept. */
    private static Key bare(Key key) {
        return Key.of(key.columns());
    }

    @Override
    public TablePart primaryKey(PrimaryKey key) {
        return key.withKey(bare(key.key()));
    }

    @Override
    public TablePart unique(Unique unique) {
        return unique.withKey(bare(unique.key()));
    }

    @Override
    public TablePart foreignKey(ForeignKey key) {
        List<String> target =
                key.tableColumns().isEmpty()
                        ? schema.table(key.table())
                                .flatMap(Table::primaryKey)
                                .map(primary -> primary.key().columns())
                                .orElse(List.of())
                        : key.tableColumns();
        return key.withTarget(key.table(), target)
                .withOnDelete(action(key.onDelete()), List.of())
                .withOnUpdate(action(key.onUpdate()));
    }

    private static ReferentialAction action(ReferentialAction action) {
        return action == ReferentialAction.RESTRICT ? ReferentialAction.NO_ACTION : action;
    }

    @Override
    public TablePart check(Check check) {
        return check.withPredicate(texts.condition(check.predicate(), own));
    }

    @Override
    public TablePart exclusion(Exclusion exclusion) {
        return exclusion;
    }

    @Override
    public TablePart index(Index index) {
        return index.withParts(
                index.parts().stream().map(this::part).toList(), index.include(), index.where());
    }

    /** A column that is sorted downwards is an expression to the server: its name in quotes. */
    IndexPart part(IndexPart part) {
        Optional<Expression> expression = part.expression();
        if (expression.isEmpty()) {
            return part;
        }
        List<SqlToken> tokens =
                SqlTokenizer.significant(expression.get().source(), OracleLexicon.LEXICON);
        boolean name =
                tokens.size() == 1 && tokens.get(0).kind() == SqlToken.Kind.QUOTED_IDENTIFIER;
        return (name
                        ? IndexPart.column(OracleIdentifiers.read(tokens.get(0).text()))
                        : IndexPart.expression(texts.value(expression.get(), own)))
                .withDescending(part.descending());
    }

    @Override
    public TablePart trigger(Trigger trigger) {
        return trigger.withWhen(
                        trigger.when()
                                .map(
                                        text ->
                                                text.withCanonical(
                                                        OracleText.spaced(
                                                                OracleText.bare(text.source())))))
                .withAction(
                        trigger.action()
                                .body()
                                .map(body -> Trigger.Action.body(OracleTexts.body(body)))
                                .orElse(trigger.action()));
    }

    @Override
    public TablePart policy(Policy policy) {
        return policy;
    }

    @Override
    public TablePart attachment(Attachment attachment) {
        return attachment.withDefinition(OracleTexts.body(attachment.definition()));
    }
}
