package dev.limbeck.dialect;

/** How a database writes names. */
public interface Identifiers {
    /** Returns a name quoted so that it means just that name, whatever it holds. */
    String quote(String name);

    /** Returns the name an unquoted identifier stands for. */
    String fold(String unquoted);
}
