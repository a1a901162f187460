package dev.limbeck.postgres.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.postgres.text.PostgresLexicon;
import dev.limbeck.schema.ColumnType;
import dev.limbeck.sql.SqlTokenizer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresTypesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                // written | canonical | rendered
                "int | integer | integer",
                "INT4 | integer | integer",
                "int8 | bigint | bigint",
                "int2 | smallint | smallint",
                "pg_catalog.int4 | integer | integer",
                "\"int4\" | integer | integer",
                "float | double precision | double precision",
                "float(24) | real | real",
                "float(25) | double precision | double precision",
                "float4 | real | real",
                "float8 | double precision | double precision",
                "DOUBLE  PRECISION | double precision | double precision",
                "bool | boolean | boolean",
                "decimal | numeric | numeric",
                "dec(10) | numeric(10,0) | numeric(10)",
                "numeric(10, 2) | numeric(10,2) | numeric(10,2)",
                "numeric(3,-2) | numeric(3,-2) | numeric(3,-2)",
                "varchar | varchar | varchar",
                "character varying(20) | varchar(20) | varchar(20)",
                "char varying(20) | varchar(20) | varchar(20)",
                "national character varying(5) | varchar(5) | varchar(5)",
                "pg_catalog.varchar(5) | varchar(5) | varchar(5)",
                "char | char | char",
                "character(1) | char | char",
                "char(3) | char(3) | char(3)",
                "nchar(3) | char(3) | char(3)",
                "national char(3) | char(3) | char(3)",
                "bpchar(3) | char(3) | char(3)",
                "bpchar | bpchar | bpchar",
                "pg_catalog.bpchar | bpchar | bpchar",
                "\"char\" | \"char\" | \"char\"",
                "pg_catalog.\"char\" | \"char\" | \"char\"",
                "bit | bit | bit",
                "bit(1) | bit | bit",
                "bit(8) | bit(8) | bit(8)",
                "\"bit\" | \"bit\" | \"bit\"",
                "bit varying(8) | bit varying(8) | bit varying(8)",
                "varbit | bit varying | bit varying",
                "timestamptz | timestamp with time zone | timestamptz",
                "timestamp with time zone | timestamp with time zone | timestamptz",
                "timestamp(3) with time zone | timestamp(3) with time zone | timestamptz(3)",
                "pg_catalog.timestamptz(3) | timestamp(3) with time zone | timestamptz(3)",
                "timestamp without time zone | timestamp | timestamp",
                "timestamp(6) without time zone | timestamp(6) | timestamp(6)",
                "time | time | time",
                "timetz(2) | time(2) with time zone | timetz(2)",
                "time with time zone | time with time zone | timetz",
                "interval | interval | interval",
                "interval(3) | interval(3) | interval(3)",
                "interval day to second | interval DAY TO SECOND | interval day to second",
                "interval day to second(3) | interval(3) DAY TO SECOND | interval day to second(3)",
                "interval second(2) | interval(2) SECOND | interval second(2)",
                "INTERVAL YEAR | interval YEAR | interval year",
                "text[] | text[] | text[]",
                "text [3][4] | text[][] | text[][]",
                "int ARRAY[4] | integer[] | integer[]",
                "int array | integer[] | integer[]",
                "varchar(20)[] | varchar(20)[] | varchar(20)[]",
                "timestamp(3) without time zone[] | timestamp(3)[] | timestamp(3)[]",
                "uuid | uuid | uuid",
                "jsonb | jsonb | jsonb",
                "Mood | mood | mood",
                "\"Mood\" | Mood | \"Mood\"",
                "public.mood | mood | mood",
                "app.mood[] | app.mood[] | app.mood[]",
                "app.\"Mood x\"(3) | app.Mood x(3) | app.\"Mood x\"(3)",
                "db.app.mood | app.mood | app.mood",
                "app.integer | app.integer | app.integer",
                "\"order\" | order | \"order\"",
                "\"with \"\" mark\" | with \" mark | \"with \"\" mark\"",
                "public.\"values\" | values | \"values\"",
                "geometry(Point, 4326) | geometry(Point,4326) | geometry(Point,4326)",
                "serial | serial | serial",
                "serial4 | serial | serial",
                "BIGSERIAL | bigserial | bigserial",
                "serial8 | bigserial | bigserial",
                "serial2 | smallserial | smallserial",
                "tsvector | tsvector | tsvector",
                "name | name | name"
            })
    void readsAndWrites(String written, String canonical, String rendered) {
        ColumnType type = PostgresTypes.parse(written);

        assertThat(type).hasToString(canonical);
        assertThat(PostgresTypes.render(type)).isEqualTo(rendered);
        assertThat(PostgresTypes.parse(rendered)).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({
        "serial,integer",
        "serial8,bigint",
        "smallserial,smallint",
        "integer,",
        "app.serial,",
        "serial[],"
    })
    void serialTypesStandForNumbers(String written, String numbers) {
        assertThat(PostgresTypes.serial(PostgresTypes.parse(written)).map(PostgresTypes::render))
                .isEqualTo(java.util.Optional.ofNullable(numbers));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "varchar(20) NOT NULL | 4",
                "timestamp with time zone DEFAULT now() | 4",
                "timestamp WITH (fillfactor = 70) | 1",
                "double precision, b int | 2",
                "interval DEFAULT '1' | 1",
                "app.mood[] COLLATE \"C\" | 5",
                "national int | 1",
                "double NOT NULL | 1"
            })
    void stopsAfterTheType(String text, int end) {
        var tokens = SqlTokenizer.significant(text, PostgresLexicon.LEXICON);

        assertThat(PostgresTypes.read(tokens, 0).orElseThrow().end()).isEqualTo(end);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "'text'", "(", "t.c%TYPE", "app.", "app.t.c%TYPE"})
    void isNoType(String text) {
        var tokens = SqlTokenizer.significant(text, PostgresLexicon.LEXICON);

        assertThat(PostgresTypes.read(tokens, 0)).isEmpty();
        assertThatThrownBy(() -> PostgresTypes.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a type: " + text);
    }
}
