package dev.limbeck.config;

import dev.limbeck.error.ConfigException;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.text.StrictUtf8;
import dev.limbeck.text.WrongByteException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    /** A file holds the password; the line end after it is not part of it. */
    record InFile(Path file) implements PasswordSource {
        @Override
        public Optional<Secret> read(CommandRunner commands) {
            try {
                byte[] bytes = Files.readAllBytes(file);
                int start = StrictUtf8.markLength(bytes, bytes.length);
                return Optional.of(secret(StrictUtf8.decode(bytes, start, bytes.length)));
            } catch (WrongByteException e) {
                throw unreadable("the password file '" + file + "' is not UTF-8", "", e);
            } catch (IOException e) {
                throw unreadable("the password file '" + file + "' can't be read: " + e, "", e);
            }
        }
    }

    /** A command prints the password. */
    record FromCommand(String command, Path folder) implements PasswordSource {
        @Override
        public Optional<Secret> read(CommandRunner commands) {
            CommandRunner.Outcome outcome;
            try {
                outcome = commands.run(command, folder);
            } catch (IOException e) {
                throw unreadable("'password_command' can't be started: " + e.getMessage(), "", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw unreadable("'password_command' was interrupted", "", e);
            }
            String complaint =
                    outcome.errors().lines().filter(line -> !line.isBlank()).findFirst().orElse("");
            if (outcome.exitCode() != 0) {
                throw unreadable(
                        "'password_command' ended with exit code " + outcome.exitCode(),
                        complaint,
                        null);
            }
            if (outcome.output().isBlank()) {
                throw unreadable("'password_command' printed no password", complaint, null);
            }
            return Optional.of(secret(outcome.output()));
        }

        /** Leaves the command out: it may hold a secret. */
        @Override
        public String toString() {
            return "FromCommand[folder=" + folder + "]";
        }
    }

    private static Secret secret(String text) {
        if (text.endsWith("\r\n")) {
            return new Secret(text.substring(0, text.length() - 2));
        }
        return new Secret(text.endsWith("\n") ? text.substring(0, text.length() - 1) : text);
    }

    private static ConfigException unreadable(
            String message, String complaint, @Nullable Throwable cause) {
        Diagnostic finding = Diagnostic.error(ErrorCode.PASSWORD_UNREADABLE, message);
        return new ConfigException(
                complaint.isEmpty()
                        ? finding
                        : finding.withHint("it says: " + Secrets.mask(complaint)),
                cause);
    }
}
