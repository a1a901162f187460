package dev.limbeck.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.limbeck.dialect.Capability;
import dev.limbeck.sql.LexicalFeature;
import dev.limbeck.sql.SplitScript;
import dev.limbeck.sql.Statement;
import dev.limbeck.sql.StatementSplitter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The lexicon reads text as the server does: each trait is held against the server itself. */
public abstract class LexiconContract extends LiveContract {
    private static final Path SCRIPT = Path.of("script.sql");

    /** Questions that the server answers exactly where it has the trait. */
    private static final Map<LexicalFeature, String> PROBES = probes();

    private static Map<LexicalFeature, String> probes() {
        var probes = new EnumMap<LexicalFeature, String>(LexicalFeature.class);
        probes.put(LexicalFeature.BACKSLASH_ESCAPES, "SELECT 'it\\'s' FROM item");
        probes.put(LexicalFeature.ESCAPE_STRINGS, "SELECT E'it\\'s' FROM item");
        probes.put(LexicalFeature.UNICODE_STRINGS, "SELECT U&'\\0041' FROM item");
        probes.put(LexicalFeature.ALTERNATIVE_QUOTES, "SELECT q'[it's]' FROM item");
        probes.put(LexicalFeature.DOUBLE_QUOTED_STRINGS, "SELECT \"no such column\" FROM item");
        probes.put(LexicalFeature.BACKTICK_IDENTIFIERS, "SELECT `id` FROM item");
        probes.put(LexicalFeature.BRACKET_IDENTIFIERS, "SELECT [id] FROM item");
        probes.put(LexicalFeature.DOLLAR_QUOTES, "SELECT $$it's$$ FROM item");
        probes.put(LexicalFeature.TAGGED_DOLLAR_QUOTES, "SELECT $tag$it's$tag$ FROM item");
        probes.put(LexicalFeature.DOLLAR_IN_WORDS, "SELECT id AS a$b FROM item");
        probes.put(LexicalFeature.HASH_IN_WORDS, "SELECT id AS a#b FROM item");
        probes.put(LexicalFeature.DIGITS_BEGIN_WORDS, "SELECT id AS 2fa FROM item");
        probes.put(LexicalFeature.NESTED_COMMENTS, "SELECT id /* a /* b */ it's */ FROM item");
        probes.put(LexicalFeature.HASH_COMMENTS, "SELECT id FROM item # it's");
        probes.put(LexicalFeature.SLASH_COMMENTS, "SELECT id FROM item // it's");
        probes.put(LexicalFeature.EXECUTABLE_COMMENTS, "SELECT id FROM /*!50001 item */");
        return probes;
    }

    @TestFactory
    Stream<DynamicTest> declaresATraitExactlyWhereTheServerHasIt() {
        return PROBES.entrySet().stream()
                .map(
                        probe ->
                                dynamicTest(
                                        probe.getKey() + ": " + probe.getValue(),
                                        () ->
                                                assertThat(dialect().lexicon().has(probe.getKey()))
                                                        .isEqualTo(isAnswered(probe.getValue()))));
    }

    @Test
    void readsTwoDashesAsTheServerDoes() throws SQLException {
        execute(connection(), "INSERT INTO item (id) VALUES (7)");
        boolean comment = query(connection(), "SELECT 7--7\n FROM item").equals("7");
        assertThat(dialect().lexicon().has(LexicalFeature.DASH_COMMENTS_NEED_BLANK))
                .isEqualTo(!comment);
    }

    @Test
    void knowsDataInsideScriptsExactlyWhereTheCapabilityIsDeclared() throws SQLException {
        assertThat(dialect().lexicon().has(LexicalFeature.INLINE_COPY_DATA))
                .isEqualTo(can(Capability.INLINE_COPY_DATA));
    }

    @Test
    void cutsAScriptIntoStatementsThatTheServerTakes() throws SQLException {
        String script =
                """
                -- it's; a comment
                INSERT INTO item (id, name) VALUES (1, 'a;b'); /* it's; another */
                INSERT INTO item (id, name) VALUES (2, 'it''s; -- not a comment');
                INSERT INTO item (id, name) VALUES (3, '/* not a comment; ');

                ; -- an empty statement is none
                CREATE TABLE %s (%s integer); INSERT INTO item (id, name)
                  VALUES (4, 'größe;
                表😀')
                """
                        .formatted(
                                dialect().identifiers().quote("semi;colon"),
                                dialect().identifiers().quote("it's"));
        SplitScript split = StatementSplitter.split(script, dialect().lexicon(), SCRIPT);
        assertThat(split.findings()).isEmpty();
        assertThat(split.statements()).hasSize(5);
        for (Statement statement : split.statements()) {
            execute(connection(), statement.text());
        }
        assertThat(names())
                .containsExactly(
                        "a;b", "it's; -- not a comment", "/* not a comment; ", "größe;\n表😀");
    }

    private List<String> names() throws SQLException {
        return List.of(
                query(connection(), "SELECT name FROM item WHERE id = 1"),
                query(connection(), "SELECT name FROM item WHERE id = 2"),
                query(connection(), "SELECT name FROM item WHERE id = 3"),
                query(connection(), "SELECT name FROM item WHERE id = 4"));
    }

    private boolean isAnswered(String question) {
        try {
            execute(connection(), question);
            return true;
        } catch (SQLException e) {
            return false;
        }
    }
}
