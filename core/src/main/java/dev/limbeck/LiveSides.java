package dev.limbeck;

import dev.limbeck.autogenerate.Side;
import dev.limbeck.error.ConfigException;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.execute.Connections;
import dev.limbeck.execute.DatabaseSession;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sessions on the databases that a comparison reads, open until it is done. */
final class LiveSides implements AutoCloseable {
    private final Project project;
    private final Map<Side, DatabaseSession> sessions = new LinkedHashMap<>();
    private final List<Runnable> opened = new ArrayList<>();

    private LiveSides(Project project) {
        this.project = project;
    }

    /** Opens what two sides need; sides that need no database open nothing. */
    static LiveSides open(Project project, Side from, Side to) {
        LiveSides live = new LiveSides(project);
        try {
            live.open(from);
            live.open(to);
            live.refuseTwoDialects();
            return live;
        } catch (RuntimeException e) {
            live.closeAfter(e);
            throw e;
        }
    }

    private void open(Side side) {
        if (!side.isLive() || sessions.containsKey(side)) {
            return;
        }
        Connections connections = project.connections();
        if (side instanceof Side.Url other) {
            connections = project.connectionsTo(other.url());
            opened.add(0, connections::close);
        }
        DatabaseSession session =
                DatabaseSession.open(connections, project.dialects(), project.config().ledger());
        opened.add(0, session::close);
        sessions.put(side, session);
    }

    private void refuseTwoDialects() {
        List<String> ids =
                sessions.values().stream().map(open -> open.variants().get(0)).distinct().toList();
        if (ids.size() > 1) {
            throw new ConfigException(
                    Diagnostic.error(
                            ErrorCode.SIDES_OF_TWO_DIALECTS,
                            "one side is "
                                    + ids.get(0)
                                    + ", the other "
                                    + ids.get(1)
                                    + ": their schemas are written differently"));
        }
    }

    /** Returns the session of a side. */
    DatabaseSession of(Side side) {
        return Optional.ofNullable(sessions.get(side)).orElseThrow();
    }

    /** Returns the session both sides are seen through; empty where none is live. */
    Optional<DatabaseSession> decisive() {
        return sessions.values().stream().findFirst();
    }

    private void closeAfter(RuntimeException cause) {
        try {
            close();
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    @Override
    public void close() {
        List<Runnable> closings = List.copyOf(opened);
        opened.clear();
        run(closings);
    }

    /** Whatever one of them throws, the others are run. */
    private static void run(List<Runnable> closings) {
        if (!closings.isEmpty()) {
            try {
                closings.get(0).run();
            } finally {
                run(closings.subList(1, closings.size()));
            }
        }
    }
}
