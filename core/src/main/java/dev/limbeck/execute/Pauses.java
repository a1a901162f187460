package dev.limbeck.execute;

import java.time.Duration;

/** The time, as far as waiting needs it. */
interface Pauses {
    /** The system's time. */
    Pauses SYSTEM =
            new Pauses() {
                @Override
                public long nanoTime() {
                    return System.nanoTime();
                }

                @Override
                public void pause(Duration duration) throws InterruptedException {
                    Thread.sleep(duration.toMillis());
                }
            };

    long nanoTime();

    void pause(Duration duration) throws InterruptedException;
}
