package dev.limbeck.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.dialect.Introspection;
import dev.limbeck.schema.ObjectFilter;
import dev.limbeck.schema.Schema;
import dev.limbeck.tck.server.EngineSource;
import dev.limbeck.tck.server.TestServer;
import dev.limbeck.testing.GoldenFiles;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;

@ParameterizedClass
@EngineSource("postgres")
class PostgresIntrospectorTest {
    /** One for the question, but for what the session is set to. */
    private static final int QUESTIONS = 15;

    @Parameter TestServer server;
    private ProvingGround ground;

    @BeforeEach
    void open() throws SQLException {
        ground = new ProvingGround(server);
    }

    @AfterEach
    void close() throws SQLException {
        ground.close();
    }

    @TestFactory
    Stream<DynamicTest> theCatalogIsReadAsShown() {
        return GoldenFiles.in(
                "introspect",
                sections -> {
                    ground.build(sections.getOrDefault("script", ""));
                    Introspection read = ground.introspect(ObjectFilter.all());
                    assertThat(read.queries()).isEqualTo(QUESTIONS);
                    return Map.of("postgres " + ground.version(), text(read));
                });
    }

    private static String text(Introspection read) {
        StringBuilder text = new StringBuilder();
        read.schema().objects().forEach(object -> text.append(object).append('\n'));
        read.notices().forEach(notice -> text.append(notice.message()).append('\n'));
        return text.toString();
    }

    @Test
    void textsDoNotDependOnTheSearchPath() throws SQLException {
        ground.build(
                "CREATE SCHEMA app; CREATE TABLE app.t (id integer); CREATE TABLE public.u (id integer);"
                        + " CREATE VIEW v AS SELECT t.id FROM app.t JOIN u ON u.id = t.id;");
        Schema before = ground.read();
        ground.run("SET search_path = public, app");

        assertThat(ground.read()).isEqualTo(before);
    }

    @Test
    void anotherDefaultSchemaIsTheOneWithoutName() throws SQLException {
        ground.build(
                "CREATE SCHEMA app; CREATE TYPE app.mood AS ENUM ('a'); CREATE TYPE mood AS ENUM ('b');"
                        + " CREATE TABLE app.t (m app.mood, n public.mood);");
        ground.run("SET search_path = app");

        Schema schema =
                ground.introspect(new ObjectFilter(List.of(""), List.of("*"), List.of())).schema();

        assertThat(schema.tables()).hasSize(1);
        assertThat(schema.tables().get(0).name()).hasToString("t");
        assertThat(schema.tables().get(0).columns().get(0).type()).hasToString("mood");
        assertThat(schema.tables().get(0).columns().get(1).type()).hasToString("public.mood");
        ground.run("RESET search_path");
    }

    @Test
    void membersOfExtensionsAreNotListed() throws SQLException {
        ground.build("CREATE EXTENSION citext;");

        assertThat(ground.read().size()).isEqualTo(1);
    }

    @Test
    void aSequenceIsHiddenWithItsTable() throws SQLException {
        ground.build("CREATE TABLE kept (id serial); CREATE TABLE left_out (id serial);");

        Introspection read =
                ground.introspect(
                        new ObjectFilter(List.of("*"), List.of("*"), List.of("left_out")));

        assertThat(read.schema().size()).isEqualTo(2);
        assertThat(read.schema().hidden())
                .extracting(Object::toString)
                .containsExactly("sequence left_out_id_seq", "table left_out");
    }
}
