package dev.limbeck.execute;

import dev.limbeck.ledger.HistoryEvent.Actor;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Who runs things, from where.
 *
 * @param osUser the operating system's user
 * @param host name of the machine
 * @param process number of the process
 * @param toolVersion version of Limbeck
 */
public record Client(String osUser, String host, long process, String toolVersion) {
    /** Returns this process. */
    public static Client ofThisProcess(String toolVersion) {
        return new Client(
                System.getProperty("user.name", ""),
                hostName(),
                ProcessHandle.current().pid(),
                toolVersion);
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            // A machine without a name of its own is no reason to refuse a migration.
            return "localhost";
        }
    }

    /** Returns the actor of the history: this client as a database user. */
    Actor as(String databaseUser) {
        return new Actor(osUser, databaseUser, host, process, toolVersion);
    }
}
