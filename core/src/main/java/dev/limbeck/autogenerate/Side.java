package dev.limbeck.autogenerate;

import dev.limbeck.config.Secrets;
import dev.limbeck.error.ConfigException;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.Suggestion;
import java.util.List;
import java.util.Optional;

/** Where one of two compared schemas comes from. */
public sealed interface Side {
    /** The configured database, as its catalog tells. */
    record Database() implements Side {
        @Override
        public String toString() {
            return "database";
        }
    }

    /** Another database. */
    record Url(String url) implements Side {
        /** Returns the URL without passwords. */
        @Override
        public String toString() {
            return Secrets.maskUrl(url);
        }
    }

    /** The desired state, as the files and sources under {@code schema} tell. */
    record Desired() implements Side {
        @Override
        public String toString() {
            return "schema";
        }
    }

    /**
     * What the up scripts make, replayed without a database.
     *
     * @param reference where the replay ends; empty: at every head
     */
    record Chain(Optional<String> reference) implements Side {
        @Override
        public String toString() {
            return "chain" + reference.map(ref -> "@" + ref).orElse("");
        }
    }

    /** The schema without objects. */
    record Empty() implements Side {
        @Override
        public String toString() {
            return "empty";
        }
    }

    /** Returns whether reading it takes a connection. */
    default boolean isLive() {
        return this instanceof Database || this instanceof Url;
    }

    /** Returns the side that a text names. */
    static Side parse(String text) {
        return switch (text) {
            case "database" -> new Database();
            case "schema" -> new Desired();
            case "chain" -> new Chain(Optional.empty());
            case "empty" -> new Empty();
            default -> parseFurther(text);
        };
    }

    private static Side parseFurther(String text) {
        if (text.startsWith("jdbc:")) {
            return new Url(text);
        }
        String chain = "chain@";
        if (text.startsWith(chain) && text.length() > chain.length()) {
            return new Chain(Optional.of(text.substring(chain.length())));
        }
        String known = "a side is database, schema, chain, chain@REF, empty or a JDBC URL";
        throw new ConfigException(
                Diagnostic.error(
                                ErrorCode.USAGE,
                                "'" + Secrets.mask(text) + "' is no side of a comparison")
                        .withHint(
                                Suggestion.hint(
                                                text,
                                                List.of("database", "schema", "chain", "empty"))
                                        .map(hint -> hint + " " + known)
                                        .orElse(known)));
    }
}
