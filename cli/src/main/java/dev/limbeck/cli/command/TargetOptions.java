package dev.limbeck.cli.command;

import dev.limbeck.Target;
import dev.limbeck.config.TargetsConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of a command that runs on all databases of a project. */
final class TargetOptions {
    private static final Pattern SHARD = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

    @Option(
            names = "--parallel",
            paramLabel = "N",
            description = "With [targets]: how many databases at once; 1 unless given.")
    private @Nullable Integer parallel;

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            description =
                    "With [targets]: only each N-th of them, beginning with the I-th; I counts from"
                            + " 0.")
    private @Nullable String shard;

    /** Returns the databases; empty where the command is for the configured one. */
    Optional<Rounds> rounds(Session session) {
        Optional<Shard> part = Optional.ofNullable(shard).map(TargetOptions::shard);
        int atOnce = parallel == null ? 1 : parallel;
        if (atOnce < 1) {
            throw Session.usage("'--parallel " + atOnce + "' is less than 1");
        }
        TargetsConfig config = session.config().targets();
        boolean named =
                session.options().url().isPresent()
                        || !session.terminal().variable("LIMBECK_URL").isEmpty();
        if (named || !config.isPresent()) {
            if (parallel != null || part.isPresent()) {
                throw Session.usage(
                        "--parallel and --shard are for a project with [targets], and none is"
                                + " named with --url");
            }
            return Optional.empty();
        }
        List<Target> targets = session.limbeck().targets();
        return Optional.of(
                new Rounds(
                        part.map(chosen -> chosen.of(targets)).orElse(targets),
                        atOnce,
                        config.canary(),
                        config.stopAfter()));
    }

    /** A part of the targets: each {@code of}-th, from {@code index}. */
    private record Shard(int index, int count) {
        List<Target> of(List<Target> targets) {
            List<Target> chosen = new ArrayList<>();
            for (int i = index; i < targets.size(); i += count) {
                chosen.add(targets.get(i));
            }
            return chosen;
        }
    }

    private static Shard shard(String text) {
        Matcher matcher = SHARD.matcher(text);
        if (matcher.matches()) {
            int index = Integer.parseInt(matcher.group(1));
            int count = Integer.parseInt(matcher.group(2));
            if (index < count) {
                return new Shard(index, count);
            }
        }
        throw Session.usage(
                "'--shard "
                        + text
                        + "' is not I/N with I from 0 to N-1: the first of three is 0/3");
    }
}
