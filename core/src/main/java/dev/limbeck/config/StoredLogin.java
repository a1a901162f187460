package dev.limbeck.config;

import java.util.Optional;

/** A user and a password that a database's own clients keep for a person. */
public record StoredLogin(Optional<String> user, Optional<Secret> password) {}
