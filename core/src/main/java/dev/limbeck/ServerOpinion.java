package dev.limbeck;

import dev.limbeck.autogenerate.SchemaDialect;
import dev.limbeck.autogenerate.SecondOpinion;
import dev.limbeck.autogenerate.Side;
import dev.limbeck.dialect.SpellingSettlement;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.execute.DatabaseSession;
import dev.limbeck.schema.Schema;
import java.util.List;

/** Asks the database that is compared how it spells what the other side spells otherwise. */
final class ServerOpinion {
    private final LiveSides live;
    private final SchemaDialect dialect;

    ServerOpinion(LiveSides live, SchemaDialect dialect) {
        this.live = live;
        this.dialect = dialect;
    }

    /** Returns what is asked when two sides are compared; nothing where no database is there. */
    SecondOpinion on(Side from, Side to) {
        if (from.isLive()) {
            return (there, wanted) -> {
                SpellingSettlement settled = ask(live.of(from), there, wanted);
                return new SecondOpinion.Reconsidered(
                        there, settled.desired(), notices(settled), List.of());
            };
        }
        if (to.isLive()) {
            return (there, wanted) -> {
                SpellingSettlement settled = ask(live.of(to), wanted, there);
                return new SecondOpinion.Reconsidered(
                        settled.desired(), wanted, notices(settled), List.of());
            };
        }
        return SecondOpinion.NONE;
    }

    private SpellingSettlement ask(DatabaseSession session, Schema itsOwn, Schema other) {
        return session.settle(dialect.support(), itsOwn, other)
                .orElseGet(() -> new SpellingSettlement(other, 0, 0, List.of()));
    }

    /** A text that is not valid on this server yet is another text; that needs no telling. */
    private static List<Diagnostic> notices(SpellingSettlement settled) {
        return settled.asked() > 0 || settled.refusals().isEmpty()
                ? List.of()
                : List.of(
                        Diagnostic.info(
                                ErrorCode.SPELLING_NOT_SETTLED,
                                "the server could not be asked whether two spellings mean the"
                                        + " same: "
                                        + String.join("; ", settled.refusals())));
    }
}
