package dev.limbeck.tck.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The account that servers run as: this one, or another where this one is root, since some servers
 * refuse to run as root.
 */
final class ServerAccount {
    /** The number that Linux itself uses for "nobody" ({@code kernel.overflowuid}). */
    private static final String NOBODY = "65534";

    private final List<String> prefix;
    private final boolean ownsFiles;

    private ServerAccount(List<String> prefix, boolean ownsFiles) {
        this.prefix = prefix;
        this.ownsFiles = ownsFiles;
    }

    /**
     * Finds out how to run a program without root's rights.
     *
     * <p>{@code setpriv} needs no name spaces, which containers often forbid; {@code unshare} needs
     * no right to change the user. Both become the program, so that signals reach it.
     */
    static ServerAccount find() throws IOException, InterruptedException {
        if (!isRoot()) {
            return new ServerAccount(List.of(), false);
        }
        var asNobody =
                List.of(
                        "setpriv",
                        "--reuid=" + NOBODY,
                        "--regid=" + NOBODY,
                        "--clear-groups",
                        "--");
        if (works(asNobody)) {
            return new ServerAccount(asNobody, true);
        }
        var inNamespace = List.of("unshare", "-U", "--");
        if (works(inNamespace)) {
            return new ServerAccount(inNamespace, false);
        }
        throw new IOException(
                "as root, servers are started through 'setpriv' or 'unshare -U'; neither works here");
    }

    static boolean isRoot() {
        try {
            return Files.exists(Path.of("/proc/self"))
                    && (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid") == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean works(List<String> prefix) throws IOException, InterruptedException {
        var command = new ArrayList<>(prefix);
        command.add("true");
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns a command that runs under the account. */
    List<String> command(List<String> command) {
        var whole = new ArrayList<>(prefix);
        whole.addAll(command);
        return List.copyOf(whole);
    }

    /** Runs a command to its end under the account. */
    void run(List<String> command) throws IOException, InterruptedException {
        Commands.run(command(command));
    }

    /** Gives the account a folder. */
    void give(Path folder) throws IOException, InterruptedException {
        if (ownsFiles) {
            Commands.run(List.of("chown", NOBODY + ":" + NOBODY, folder.toString()));
        }
    }
}
