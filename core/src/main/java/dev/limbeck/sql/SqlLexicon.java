package dev.limbeck.sql;

/** How a database's text is read: quotes, comments, terminators. A value, never subclassed. */
public record SqlLexicon(String name) {}
