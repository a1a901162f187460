package dev.limbeck.dialect;

import dev.limbeck.error.ConfigException;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.Suggestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The dialects at hand, and how the right one is found. */
public final class Dialects {
    private static final Pattern SCHEME = Pattern.compile("jdbc:[^:/?;]*:?");

    private final List<Dialect> dialects;

    private Dialects(List<Dialect> dialects) {
        this.dialects = dialects;
    }

    /**
     * Returns the dialects on the class path; each call looks anew.
     *
     * <p>Asks the thread's class loader and this library's own, since in a container either may be
     * the one that sees the dialects.
     */
    public static Dialects installed() {
        var found = new ArrayList<Dialect>();
        try {
            ServiceLoader.load(Dialect.class).forEach(found::add);
            ServiceLoader.load(Dialect.class, Dialects.class.getClassLoader()).stream()
                    .filter(provider -> found.stream().noneMatch(provider.type()::isInstance))
                    .forEach(provider -> found.add(provider.get()));
        } catch (ServiceConfigurationError e) {
            throw new ConfigException(
                    Diagnostic.error(
                            ErrorCode.DIALECT_UNKNOWN,
                            "a dialect on the class path can't be loaded: " + e.getMessage()),
                    e);
        }
        return of(found);
    }

    /** Returns a set of dialects put together by hand. */
    public static Dialects of(Collection<Dialect> dialects) {
        var byId = dialects.stream().sorted(Comparator.comparing(Dialect::id)).toList();
        for (int i = 1; i < byId.size(); i++) {
            if (byId.get(i).id().equals(byId.get(i - 1).id())) {
                throw new ConfigException(
                        Diagnostic.error(
                                ErrorCode.DIALECT_UNKNOWN,
                                "two dialects on the class path are named '"
                                        + byId.get(i).id()
                                        + "': "
                                        + byId.get(i - 1).getClass().getName()
                                        + " and "
                                        + byId.get(i).getClass().getName()));
            }
        }
        return new Dialects(byId);
    }

    /** Returns all of them, ordered by id. */
    public List<Dialect> all() {
        return dialects;
    }

    /** Returns every name that a script's file name may bear, sorted. */
    public List<String> names() {
        return dialects.stream()
                .flatMap(dialect -> dialect.names().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** Returns the dialect that goes by a name. */
    public Dialect byName(String name) {
        return dialects.stream()
                .filter(dialect -> dialect.names().contains(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                unknown(
                                        "no dialect is named '" + name + "'",
                                        Suggestion.hint(name, names())));
    }

    /** Returns the dialect that a JDBC URL belongs to. */
    public Dialect byUrl(String url) {
        String scheme = scheme(url);
        return only(
                dialect -> dialect.acceptsUrl(url),
                "a JDBC URL that begins with '" + scheme + "'",
                Suggestion.nearest(
                                scheme,
                                dialects.stream()
                                        .map(dialect -> scheme(dialect.exampleUrl()))
                                        .toList())
                        .map(nearest -> "did you mean '" + nearest + "'?"));
    }

    /** Returns the dialect that serves a connected server. */
    public Dialect byProduct(DatabaseProduct product) {
        return only(
                dialect -> dialect.accepts(product),
                product.name() + " " + product.version(),
                Optional.empty());
    }

    private Dialect only(Predicate<Dialect> matching, String what, Optional<String> advice) {
        var matches = dialects.stream().filter(matching).toList();
        if (matches.isEmpty()) {
            throw unknown("no dialect serves " + what, advice);
        }
        if (matches.size() > 1) {
            throw unknown("several dialects serve " + what + ": " + ids(matches), Optional.empty());
        }
        return matches.get(0);
    }

    private ConfigException unknown(String message, Optional<String> advice) {
        String installed =
                dialects.isEmpty()
                        ? "no dialect is on the class path"
                        : "on the class path are: " + String.join(", ", names());
        return new ConfigException(
                Diagnostic.error(ErrorCode.DIALECT_UNKNOWN, message)
                        .withHint(advice.map(text -> text + " ").orElse("") + installed));
    }

    private static String ids(List<Dialect> dialects) {
        return dialects.stream().map(Dialect::id).collect(Collectors.joining(", "));
    }

    /** Returns the part of a URL that names the driver; no password can stand in it. */
    private static String scheme(String url) {
        Matcher matcher = SCHEME.matcher(url);
        return matcher.lookingAt() ? matcher.group() : "";
    }
}
