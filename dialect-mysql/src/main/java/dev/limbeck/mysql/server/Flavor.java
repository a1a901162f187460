package dev.limbeck.mysql.server;

import java.util.List;

/** The two close relatives that one dialect serves. */
public enum Flavor {
    /** Oracle's MySQL, and forks that keep to its versions, such as Percona Server. */
    MYSQL("mysql", "MySQL"),
    /** MariaDB. Scripts written for MySQL serve it where there are none of its own. */
    MARIADB("mariadb", "MariaDB");

    private final String id;
    private final String shown;

    Flavor(String id, String shown) {
        this.id = id;
        this.shown = shown;
    }

    /** Returns the name used in file names. */
    public String id() {
        return id;
    }

    /** Returns the product's name, as its makers write it. */
    public String shown() {
        return shown;
    }

    /** Returns the dialect names whose script variants serve it, the most specific first. */
    public List<String> variants() {
        return this == MYSQL ? List.of(id) : List.of(id, MYSQL.id);
    }
}
