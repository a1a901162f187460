package dev.limbeck.proof;

import dev.limbeck.autogenerate.SchemaDialect;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.RevisionException;
import dev.limbeck.schema.Schema;
import java.util.List;

/** Whether a revision that stands for others leads where they led. */
public final class SquashProof {
    private SquashProof() {}

    /**
     * Throws where it leads elsewhere.
     *
     * @param stage the revision
     * @param wanted where the others led
     */
    public static void require(Stage stage, Schema wanted, SchemaDialect dialect) {
        List<String> left = Gap.between(stage.after(), wanted, dialect);
        if (!left.isEmpty()) {
            throw new RevisionException(
                    Diagnostic.error(
                                    ErrorCode.NOT_SQUASHED,
                                    "one script would lead elsewhere on "
                                            + dialect.variants().get(0)
                                            + ": still to do would be "
                                            + String.join(", ", left))
                            .withHint("nothing was written; choose a smaller range"));
        }
    }
}
