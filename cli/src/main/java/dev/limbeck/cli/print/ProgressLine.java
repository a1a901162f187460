package dev.limbeck.cli.print;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The one line that is alive while statements run: what, which statement of how many, how long.
 *
 * <p>A thread redraws it, since a statement may take minutes and its clock shall tick. It is drawn
 * only where a person looks; everything else that prints clears it first.
 */
public final class ProgressLine implements AutoCloseable {
    private static final Duration TICK = Duration.ofMillis(200);

    /** A line that wraps can't be taken away again; the width of the screen is not known. */
    private static final int WIDTH = 79;

    private static final String CLEAR = "\r\u001b[K";

    private final PrintStream err;
    private final Thread painter;
    private @Nullable String text;
    private long since;
    private boolean drawn;
    private boolean closed;

    private ProgressLine(PrintStream err) {
        this.err = err;
        this.painter = new Thread(this::paint, "limbeck-progress");
        painter.setDaemon(true);
    }

    /** Starts a line on a stream. */
    public static ProgressLine on(PrintStream err) {
        ProgressLine line = new ProgressLine(err);
        line.painter.start();
        return line;
    }

    /** Shows a text from now on; its clock starts at zero when the first one is shown. */
    public synchronized void show(String text) {
        if (this.text == null) {
            since = System.nanoTime();
        }
        this.text = text;
    }

    /** Takes the line away, so that others can print. */
    public synchronized void clear() {
        text = null;
        if (drawn) {
            err.print(CLEAR);
            err.flush();
            drawn = false;
        }
    }

    private void paint() {
        try {
            while (true) {
                Thread.sleep(TICK.toMillis());
                synchronized (this) {
                    if (closed) {
                        return;
                    }
                    draw();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void draw() {
        String shown = text;
        if (shown == null) {
            return;
        }
        double seconds = (System.nanoTime() - since) / 1e9;
        String clock = String.format(Locale.ROOT, "  %.1f s", seconds);
        err.print(CLEAR + DisplayWidth.cut(shown, WIDTH - clock.length()) + clock);
        err.flush();
        drawn = true;
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            clear();
        }
        painter.interrupt();
    }
}
