package dev.limbeck.dialect;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * Who holds a migration lock, as far as the server's own views tell.
 *
 * @param session the server's number of the session (backend pid, thread id)
 * @param user database user
 * @param host where it connects from
 * @param application what the client says it is
 * @param since when its session began
 */
public record LockHolder(
        String session,
        Optional<String> user,
        Optional<String> host,
        Optional<String> application,
        Optional<Instant> since) {

    /** Returns all that is known in one line, for example {@code session 4711, user app}. */
    public String describe() {
        var words = new StringJoiner(", ").add("session " + session);
        user.ifPresent(name -> words.add("user " + name));
        host.ifPresent(name -> words.add("from " + name));
        application.ifPresent(name -> words.add("application " + name));
        since.ifPresent(moment -> words.add("since " + moment.truncatedTo(ChronoUnit.SECONDS)));
        return words.toString();
    }
}
