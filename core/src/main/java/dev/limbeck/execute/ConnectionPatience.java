package dev.limbeck.execute;

import dev.limbeck.dialect.ServerError;
import java.time.Duration;

/**
 * How long to try again for a first connection.
 *
 * @param reach while the database can't be reached, as one that is just starting
 * @param use while another process has it to itself
 */
public record ConnectionPatience(Duration reach, Duration use) {
    /** One attempt. */
    public static final ConnectionPatience NONE =
            new ConnectionPatience(Duration.ZERO, Duration.ZERO);

    /** Returns how long a kind of trouble is waited for; a wrong password never gets right. */
    Duration with(ServerError.Kind kind) {
        return switch (kind) {
            case CONNECTION -> reach;
            case IN_USE -> use.compareTo(reach) > 0 ? use : reach;
            default -> Duration.ZERO;
        };
    }
}
