package dev.limbeck.execute;

import dev.limbeck.ddl.DdlReader;
import dev.limbeck.dialect.Need;
import dev.limbeck.dialect.Need.Kind;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.sql.SqlToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads from the first words of a statement what it needs of the user; nothing where they don't
 * tell it for sure.
 */
final class NeedReader {
    /** Words between a verb and the noun, or between the noun and the name. */
    private static final Set<String> FILLERS =
            Set.of(
                    "OR",
                    "REPLACE",
                    "IF",
                    "NOT",
                    "EXISTS",
                    "ONLY",
                    "UNLOGGED",
                    "CACHED",
                    "MEMORY",
                    "UNIQUE",
                    "MATERIALIZED",
                    "FORCE",
                    "RECURSIVE",
                    "CONCURRENTLY",
                    "FULLTEXT",
                    "SPATIAL",
                    "INTO",
                    "FROM",
                    "TABLE",
                    "IGNORE",
                    "LOW_PRIORITY",
                    "ONLINE",
                    "WAIT");

    private static final Set<String> TEMPORARY = Set.of("TEMP", "TEMPORARY", "GLOBAL", "LOCAL");
    private static final Set<String> RELATIONS = Set.of("TABLE", "VIEW", "SEQUENCE");

    private final DdlReader names;
    private final List<SqlToken> tokens;
    private int at;

    private NeedReader(DdlReader names, List<SqlToken> tokens) {
        this.names = names;
        this.tokens = tokens;
    }

    /**
     * Returns what a statement needs.
     *
     * @param tokens white space and comments left out
     */
    static List<Need> read(List<SqlToken> tokens, DdlReader names) {
        return new NeedReader(names, tokens).read();
    }

    private List<Need> read() {
        String verb = word();
        at++;
        return switch (verb) {
            case "CREATE" -> create();
            case "ALTER" -> relation(Kind.ALTER);
            case "DROP" -> relation(Kind.DROP);
            case "INSERT" -> named(Kind.INSERT);
            case "UPDATE" -> named(Kind.UPDATE);
            case "DELETE" -> named(Kind.DELETE);
            case "TRUNCATE" -> named(Kind.TRUNCATE);
            default -> List.of();
        };
    }

    private List<Need> create() {
        skipTo(Set.of("TABLE", "VIEW", "SEQUENCE", "INDEX", "TRIGGER", "FUNCTION", "PROCEDURE"));
        String noun = word();
        at++;
        return switch (noun) {
            case "TABLE", "SEQUENCE" -> named(Kind.CREATE);
            case "VIEW" -> named(Kind.CREATE_VIEW);
            case "FUNCTION", "PROCEDURE" -> named(Kind.CREATE_ROUTINE);
            case "INDEX" -> behindOn(Kind.INDEX);
            case "TRIGGER" -> behindOn(Kind.TRIGGER);
            default -> List.of();
        };
    }

    /** What is temporary needs no privilege that is worth asking for. */
    private void skipTo(Set<String> nouns) {
        while (at < tokens.size() && !nouns.contains(word())) {
            if (!FILLERS.contains(word()) || TEMPORARY.contains(word())) {
                at = tokens.size();
            } else {
                at++;
            }
        }
    }

    private List<Need> relation(Kind kind) {
        skipTo(RELATIONS);
        at++;
        List<Need> needs = new ArrayList<>(named(kind));
        // What of a list of names is left unread only means one question less.
        while (kind == Kind.DROP && at < tokens.size() && tokens.get(at).isSymbol(",")) {
            at++;
            needs.addAll(named(kind));
        }
        return needs;
    }

    private List<Need> behindOn(Kind kind) {
        while (at < tokens.size() && !word().equals("ON")) {
            at++;
        }
        at++;
        return named(kind);
    }

    private List<Need> named(Kind kind) {
        while (FILLERS.contains(word())) {
            at++;
        }
        StringBuilder written = new StringBuilder();
        boolean piece = true;
        while (at < tokens.size() && (piece ? isName(tokens.get(at)) : isDot(tokens.get(at)))) {
            written.append(tokens.get(at).text());
            piece = !piece;
            at++;
        }
        return name(written.toString()).map(name -> new Need(kind, name)).stream().toList();
    }

    private Optional<QualifiedName> name(String written) {
        List<String> pieces = written.isEmpty() ? List.of() : names.pieces(written);
        return switch (pieces.size()) {
            case 1 -> Optional.of(QualifiedName.of(pieces.get(0)));
            case 2 -> Optional.of(QualifiedName.of(pieces.get(0), pieces.get(1)));
            default -> Optional.empty();
        };
    }

    private static boolean isName(SqlToken token) {
        return token.kind() == SqlToken.Kind.WORD
                || token.kind() == SqlToken.Kind.QUOTED_IDENTIFIER;
    }

    private static boolean isDot(SqlToken token) {
        return token.isSymbol(".");
    }

    private String word() {
        return at < tokens.size() && tokens.get(at).kind() == SqlToken.Kind.WORD
                ? tokens.get(at).text().toUpperCase(Locale.ROOT)
                : "";
    }
}
