package dev.limbeck.tck.server;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * One start of a server of MySQL or MariaDB over a copy of an initialised folder.
 *
 * @param template holds the folder {@code data} and the file {@code init.sql}
 * @param program the server's program with the options that depend on the version
 */
record MySqlStart(
        String shown,
        String origin,
        ArtefactCache cache,
        ServerAccount account,
        Path template,
        List<String> program)
        implements ServerStart.Product {
    /** The user that tests connect as; MariaDB keeps its root to the machine itself. */
    private static final String USER = "limbeck";

    private static final String PASSWORD = "limbeck";

    /** What each start runs first. */
    static final String INIT =
            "CREATE USER IF NOT EXISTS limbeck@'%' IDENTIFIED BY 'limbeck';\n"
                    + "GRANT ALL ON *.* TO limbeck@'%' WITH GRANT OPTION;\n";

    /** Nothing outlives a test, so nothing needs to reach the disk. */
    static final List<String> CARELESS =
            List.of(
                    "--innodb-flush-method=nosync",
                    "--innodb-doublewrite=0",
                    "--innodb-buffer-pool-size=64M",
                    "--innodb-flush-log-at-trx-commit=0",
                    "--innodb-buffer-pool-dump-at-shutdown=0",
                    "--skip-log-bin");

    @Override
    public Path prepare() throws IOException, InterruptedException {
        return cache.copyOf(template.resolve("data"), account);
    }

    @Override
    public List<String> command(Path folder, int port) {
        var command = new ArrayList<>(program);
        command.addAll(CARELESS);
        command.add("--datadir=" + folder.resolve("data"));
        // A server that starts deletes the temporary files of others it shares a folder with.
        command.add("--tmpdir=" + folder);
        command.add("--init-file=" + template.resolve("init.sql"));
        command.add("--bind-address=127.0.0.1");
        command.add("--port=" + port);
        command.add("--socket=" + folder.resolve("s"));
        command.add("--pid-file=" + folder.resolve("pid"));
        command.add("--max-connections=200");
        return account.command(command);
    }

    /** Its own shutdown takes seconds, for files that are deleted anyway. */
    @Override
    public String signal() {
        return "KILL";
    }

    @Override
    public RunningServer connect(int port, Runnable stop) throws SQLException {
        return MySqlServer.at(
                "jdbc:mysql://127.0.0.1:"
                        + port
                        + "/?sslMode=DISABLED&allowPublicKeyRetrieval=true",
                USER,
                PASSWORD,
                origin,
                stop);
    }
}
