package dev.limbeck.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.limbeck.dialect.Identifiers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A quoted name means just that name, whatever it holds. */
public abstract class IdentifierContract extends LiveContract {
    private static final List<String> NASTY =
            List.of(
                    "plain",
                    "MixedCase",
                    "with blank",
                    "with\"quote",
                    "\"",
                    "it's",
                    "back`tick",
                    "back\\slash",
                    "semi; DROP TABLE item; --",
                    "a.b",
                    "[bracket]",
                    "$dollar$",
                    "per%cent",
                    "line\nend",
                    "select",
                    "größe",
                    "表😀",
                    "/* comment */",
                    "${variable}",
                    "?");

    @TestFactory
    Stream<DynamicTest> aQuotedNameMakesATableOfJustThatName() {
        return NASTY.stream().map(name -> dynamicTest(name, () -> makesATableOfJustThatName(name)));
    }

    private void makesATableOfJustThatName(String name) throws SQLException {
        Identifiers names = dialect().identifiers();
        String quoted = names.quote(name);
        if (names.refuses(name).isPresent()) {
            return;
        }
        execute(
                connection(),
                "CREATE TABLE " + quoted + " (" + quoted + " integer)",
                "INSERT INTO " + quoted + " (" + quoted + ") VALUES (1)");
        assertThat(tables()).contains(name);
        assertThat(query(connection(), "SELECT " + quoted + " FROM " + quoted)).isEqualTo("1");
    }

    @Test
    void refusesNamesThatNothingCanHave() {
        Identifiers names = dialect().identifiers();
        assertThat(names.refuses("")).isPresent();
        assertThat(names.refuses("x".repeat(100_000))).isPresent();
        assertThat(names.refuses("limbeck_version")).isEmpty();
    }

    @Test
    void theLongestNameIsNotCutOff() throws SQLException {
        Identifiers names = dialect().identifiers();
        int length = 1;
        while (names.refuses("x".repeat(length + 1)).isEmpty()) {
            length++;
        }
        String longest = "x".repeat(length);
        execute(connection(), "CREATE TABLE " + names.quote(longest) + " (id integer)");
        assertThat(tables()).contains(longest);
    }

    @TestFactory
    Stream<DynamicTest> foldsAnUnquotedNameAsTheServerDoes() {
        return Stream.of("lower_case", "UPPER_CASE_1", "Mixed_Case_2")
                .map(name -> dynamicTest(name, () -> foldsAsTheServerDoes(name)));
    }

    private void foldsAsTheServerDoes(String name) throws SQLException {
        execute(connection(), "CREATE TABLE " + name + " (id integer)");
        assertThat(tables()).contains(dialect().identifiers().fold(name));
    }

    private List<String> tables() throws SQLException {
        var names = new ArrayList<String>();
        try (ResultSet tables =
                connection()
                        .getMetaData()
                        .getTables(
                                connection().getCatalog(),
                                connection().getSchema(),
                                "%",
                                new String[] {"TABLE", "BASE TABLE"})) {
            while (tables.next()) {
                names.add(tables.getString("TABLE_NAME"));
            }
        }
        return names;
    }
}
