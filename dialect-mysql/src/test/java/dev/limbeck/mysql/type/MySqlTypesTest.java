package dev.limbeck.mysql.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.limbeck.ddl.DdlSyntaxException;
import dev.limbeck.schema.ColumnType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Types as written and as the servers give them back are one. */
class MySqlTypesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "INTEGER | int",
                "int(11) | int",
                "int(10) unsigned | int unsigned",
                "bigint(20) SIGNED | bigint",
                "bool | tinyint(1)",
                "TINYINT(1) | tinyint(1)",
                "tinyint(4) | tinyint",
                "tinyint(1) unsigned | tinyint unsigned",
                "int zerofill | int(10) unsigned zerofill",
                "smallint(3) unsigned zerofill | smallint(3) unsigned zerofill",
                "int3 | mediumint",
                "decimal | decimal(10,0)",
                "numeric(12) | decimal(12,0)",
                "FIXED(6, 2) | decimal(6,2)",
                "dec(10,0) unsigned | decimal(10,0) unsigned",
                "float(24) | float",
                "float(30) | double",
                "float(7,2) | float(7,2)",
                "double precision | double",
                "real | double",
                "bit | bit(1)",
                "year(4) | year",
                "datetime(0) | datetime",
                "timestamp(3) | timestamp(3)",
                "char | char(1)",
                "character varying(7) | varchar(7)",
                "char byte | binary(1)",
                "long | mediumtext",
                "long varbinary | mediumblob",
                "blob(300) | blob",
                "blob(70000) | mediumblob",
                "text(60) | tinytext",
                "text(100) | text",
                "text(100) character set latin1 | tinytext CHARACTER SET latin1",
                "national varchar(4) | varchar(4) CHARACTER SET utf8mb3",
                "nchar(4) | char(4) CHARACTER SET utf8mb3",
                "varchar(9) charset utf8 collate utf8_bin | varchar(9) CHARACTER SET utf8mb3 COLLATE"
                        + " utf8mb3_bin",
                "varchar(9) character set binary | varbinary(9)",
                "text character set binary | blob",
                "ENUM( 'a' ,'b''c' ) | enum('a', 'b''c')",
                "set('x ',\"y\") | set('x', 'y')",
                "geomcollection | geometrycollection",
                "json | json",
            })
    void manySpellingsAreOneType(String written, String canonical) {
        ColumnType type = MySqlTypes.parse(written);

        assertThat(MySqlTypes.render(type)).isEqualTo(canonical);
        assertThat(MySqlTypes.parse(canonical)).isEqualTo(type);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "int int", "national int", "varchar(", "decimal(1,2", "5"})
    void whatIsNoTypeIsRefused(String text) {
        assertThatThrownBy(() -> MySqlTypes.parse(text)).isInstanceOf(DdlSyntaxException.class);
    }

    @Test
    void booleanIsATypeOfItsOwn() {
        assertThat(MySqlTypes.parse("boolean"))
                .isEqualTo(MySqlTypes.BOOLEAN)
                .isNotEqualTo(MySqlTypes.parse("tinyint"));
    }
}
