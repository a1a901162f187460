package dev.limbeck.cli.command;

import dev.limbeck.ComparisonRequest;
import dev.limbeck.autogenerate.Side;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is compared with what, as {@code check} and {@code diff} take it. */
final class SideOptions {
    @Option(
            names = "--from",
            paramLabel = "SIDE",
            description = {
                "What is there: database, schema, chain, chain@REF, empty or a JDBC URL;",
                "database unless given."
            })
    private @Nullable String from;

    @Option(
            names = "--to",
            paramLabel = "SIDE",
            description = "What shall be there, in the same words; schema unless given.")
    private @Nullable String to;

    @Option(
            names = "--dialect",
            paramLabel = "NAME",
            description = {
                "The database both sides are written for, where neither is a live one;",
                "the configured URL's unless given."
            })
    private @Nullable String dialect;

    ComparisonRequest request() {
        return ComparisonRequest.of(side(from, new Side.Database()), side(to, new Side.Desired()))
                .through(Optional.ofNullable(dialect));
    }

    static Side side(@Nullable String text, Side unlessGiven) {
        return text == null ? unlessGiven : Side.parse(text);
    }
}
