package dev.limbeck.execute;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * Finds the driver for a URL among those on the class path.
 *
 * <p>{@link DriverManager} loads every driver there before it asks the first one. The library
 * behind the proofs of predicates brings drivers of its own; those are passed over here, so that a
 * command which proves nothing loads nothing of it.
 */
final class JdbcDrivers {
    private static final String SERVICE = "META-INF/services/" + Driver.class.getName();

    /** Where drivers live that lead to no database of a user's. */
    private static final String PASSED_OVER = "org.apache.calcite.";

    private JdbcDrivers() {}

    /** Connects by the first driver that takes the URL; by DriverManager where none does. */
    static Connection connect(String url, Properties properties) throws SQLException {
        for (String name : names()) {
            Optional<Driver> driver = driver(name);
            if (driver.isPresent() && driver.get().acceptsURL(url)) {
                Connection connection = driver.get().connect(url, properties);
                if (connection != null) {
                    return connection;
                }
            }
        }
        return DriverManager.getConnection(url, properties);
    }

    private static List<String> names() throws SQLException {
        List<String> names = new ArrayList<>();
        try {
            for (URL file : Collections.list(loader().getResources(SERVICE))) {
                try (InputStream stream = file.openStream()) {
                    new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .map(line -> line.replaceFirst("#.*", "").strip())
                            .filter(name -> !name.isEmpty() && !name.startsWith(PASSED_OVER))
                            .forEach(names::add);
                }
            }
        } catch (IOException e) {
            throw new SQLException("can't read which drivers there are: " + e.getMessage(), e);
        }
        return names;
    }

    private static ClassLoader loader() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return context == null ? JdbcDrivers.class.getClassLoader() : context;
    }

    /** Returns a driver; empty where it can't be made, for example for want of a newer Java. */
    private static Optional<Driver> driver(String name) {
        try {
            Object driver =
                    Class.forName(name, true, loader()).getDeclaredConstructor().newInstance();
            return driver instanceof Driver found ? Optional.of(found) : Optional.empty();
        } catch (ReflectiveOperationException | LinkageError e) {
            // as DriverManager does: one that doesn't load is one that isn't there
            return Optional.empty();
        }
    }
}
