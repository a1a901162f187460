package dev.limbeck.postgres.definition;

import dev.limbeck.ddl.DdlSyntaxException;
import dev.limbeck.ddl.TokenCursor;
import dev.limbeck.postgres.text.PostgresLexicon;
import dev.limbeck.schema.OpaqueObject;
import java.util.List;
import java.util.Optional;

/** The text that makes an object, taken apart. */
public sealed interface Definition
        permits EventTriggerDefinition,
                PublicationDefinition,
                SearchConfigurationDefinition,
                StatisticsDefinition,
                ForeignDefinition,
                ForeignTableDefinition {
    /** Takes the definition of an object apart; empty where nothing is known of its kind. */
    static Optional<Definition> of(OpaqueObject object) {
        TokenCursor cursor = new TokenCursor(object.definition().source(), PostgresLexicon.LEXICON);
        try {
            return switch (object.type()) {
                case "event trigger" -> Optional.of(EventTriggerDefinition.read(cursor));
                case "publication" -> Optional.of(PublicationDefinition.read(cursor));
                case "text search configuration" ->
                        Optional.of(SearchConfigurationDefinition.read(cursor));
                case "statistics" -> Optional.of(StatisticsDefinition.read(cursor));
                case "server", "foreign data wrapper", "user mapping" ->
                        Optional.of(ForeignDefinition.read(cursor));
                case "foreign table" -> Optional.of(ForeignTableDefinition.read(cursor));
                default -> Optional.empty();
            };
        } catch (DdlSyntaxException e) {
            return Optional.empty(); // a form that a later server knows: kept as it is written
        }
    }

    /** Returns the text that makes the object. */
    String text();

    /** Returns what two texts that make the same object have in common. */
    String canonical();

    /**
     * Takes what {@code ALTER} says behind the object's name and returns the definition afterwards;
     * empty where it says something else.
     */
    Optional<Definition> altered(TokenCursor cursor);

    /**
     * Returns the statements that alter the object in place; empty where it has to be made anew.
     *
     * @param after what it shall be
     */
    Optional<List<String>> leadingTo(Definition after);
}
