package dev.limbeck.config;

import java.nio.file.Path;
import java.util.Optional;

/** Where the database password comes from; it is fetched only when a connection is made. */
public sealed interface PasswordSource {
    /** No password is configured: the driver may have its own place for one. */
    PasswordSource NONE = new None();

    /** Returns the password, or empty where none is configured. */
    Optional<Secret> read(CommandRunner commands);

    /** Nothing is configured. */
    record None() implements PasswordSource {
        @Override
        public Optional<Secret> read(CommandRunner commands) {
            return Optional.empty();
        }
    }

    /** The configuration or the environment holds the password itself. */
    record Known(Secret password) implements PasswordSource {
        @Override
        public Optional<Secret> read(CommandRunner commands) {
            return Optional.of(password);
        }
    }

    /** A file holds the password; one line end after it is not part of it. */
    record InFile(Path file) implements PasswordSource {
        @Override
        public Optional<Secret> read(CommandRunner commands) {
            throw new UnsupportedOperationException("not built yet");
        }
    }

    /** A command prints the password. */
    record FromCommand(String command, Path folder) implements PasswordSource {
        @Override
        public Optional<Secret> read(CommandRunner commands) {
            throw new UnsupportedOperationException("not built yet");
        }
    }
}
