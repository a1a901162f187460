package dev.limbeck.dialect;

import java.util.Optional;

/** How a database writes names. */
public interface Identifiers {
    /** Returns why no object of this database can have a name; empty where one can. */
    Optional<String> refuses(String name);

    /** Returns a name quoted so that it means just that name, whatever it holds. */
    String quote(String name);

    /** Returns the name an unquoted identifier stands for. */
    String fold(String unquoted);
}
