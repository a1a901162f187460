package dev.limbeck;

import dev.limbeck.autogenerate.SchemaDialect;
import dev.limbeck.dialect.Dialect;
import dev.limbeck.error.ConfigException;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.execute.DatabaseSession;
import java.util.Optional;

/** The dialect that the sides of a comparison are seen through. */
final class SpokenDialect {
    private SpokenDialect() {}

    /**
     * Returns the dialect of the live side, else the one that is named, else the configured one.
     *
     * @param name must be the live side's, where there is one
     */
    static SchemaDialect of(Project project, Optional<String> name, LiveSides live) {
        Optional<DatabaseSession> session = live.decisive();
        if (session.isPresent()) {
            Dialect spoken = session.get().dialect();
            String own = session.get().variants().get(0);
            name.filter(asked -> !own.equals(asked)).ifPresent(asked -> refuse(asked, own));
            SchemaDialect known = SchemaDialect.of(spoken, session.get().product());
            return known.withSupport(session.get().settled(known.support()));
        }
        return offline(project, name);
    }

    /** Returns the dialect that is named, else the configured one; asks no database. */
    static SchemaDialect offline(Project project, Optional<String> name) {
        if (name.isPresent()) {
            Dialect dialect = project.dialects().byName(name.get());
            return SchemaDialect.of(dialect, dialect.presumedOf(name.get()));
        }
        String url =
                project.url()
                        .orElseThrow(
                                () ->
                                        new ConfigException(
                                                Diagnostic.error(
                                                                ErrorCode.USAGE,
                                                                "it is not known for which database"
                                                                        + " to compare: no URL is"
                                                                        + " configured")
                                                        .withHint(
                                                                "name it with --dialect: "
                                                                        + String.join(
                                                                                ", ",
                                                                                project.dialects()
                                                                                        .names()))));
        Dialect dialect = project.dialects().byUrl(url);
        return SchemaDialect.of(dialect, dialect.presumed(url));
    }

    /** Close relatives that one dialect serves are different databases all the same. */
    private static void refuse(String asked, String spoken) {
        throw new ConfigException(
                Diagnostic.error(
                                ErrorCode.SIDES_OF_TWO_DIALECTS,
                                "the database that is compared speaks " + spoken + ", not " + asked)
                        .withHint("for another database than that, compare with --from chain"));
    }
}
