package dev.limbeck.mysql.text;

import dev.limbeck.dialect.ParserGap;
import dev.limbeck.dialect.SyntaxProfile;
import java.util.List;
import java.util.Set;

/** The words of MySQL and MariaDB. */
public final class MySqlSyntax {
    /**
     * The words that can't be names unless they are quoted, on either flavor: what MySQL lists in
     * {@code information_schema.keywords} as reserved, what MySQL 9 added, and what MariaDB refuses
     * as the name of a column.
     */
    public static final Set<String> RESERVED =
            words(
                    """
                    ACCESSIBLE ADD ALL ALTER ANALYZE AND AS ASC ASENSITIVE BEFORE BETWEEN BIGINT
                    BINARY BLOB BOTH BY CALL CASCADE CASE CHANGE CHAR CHARACTER CHECK COLLATE
                    COLUMN CONDITION CONSTRAINT CONTINUE CONVERT CREATE CROSS CUBE CUME_DIST
                    CURRENT_DATE CURRENT_ROLE CURRENT_TIME CURRENT_TIMESTAMP CURRENT_USER CURSOR
                    DATABASE DATABASES DAY_HOUR DAY_MICROSECOND DAY_MINUTE DAY_SECOND DEC DECIMAL
                    DECLARE DEFAULT DELAYED DELETE DELETE_DOMAIN_ID DENSE_RANK DESC DESCRIBE
                    DETERMINISTIC DISTINCT DISTINCTROW DIV DOUBLE DO_DOMAIN_IDS DROP DUAL EACH
                    ELSE ELSEIF EMPTY ENCLOSED ESCAPED EXCEPT EXISTS EXIT EXPLAIN FALSE FETCH
                    FIRST_VALUE FLOAT FLOAT4 FLOAT8 FOR FORCE FOREIGN FROM FULLTEXT FUNCTION
                    GENERATED GET GRANT GROUP GROUPING GROUPS HAVING HIGH_PRIORITY
                    HOUR_MICROSECOND HOUR_MINUTE HOUR_SECOND IF IGNORE IGNORE_DOMAIN_IDS IN INDEX
                    INFILE INNER INOUT INSENSITIVE INSERT INT INT1 INT2 INT3 INT4 INT8 INTEGER
                    INTERSECT INTERVAL INTO IO_AFTER_GTIDS IO_BEFORE_GTIDS IS ITERATE JOIN
                    JSON_TABLE KEY KEYS KILL LAG LAST_VALUE LATERAL LEAD LEADING LEAVE LEFT LIKE
                    LIMIT LINEAR LINES LOAD LOCALTIME LOCALTIMESTAMP LOCK LONG LONGBLOB LONGTEXT
                    LOOP LOW_PRIORITY MANUAL MASTER_BIND MASTER_DEMOTE_TO_REPLICA
                    MASTER_DEMOTE_TO_SLAVE MASTER_SSL_VERIFY_SERVER_CERT MATCH MAXVALUE MEDIUMBLOB
                    MEDIUMINT MEDIUMTEXT MIDDLEINT MINUTE_MICROSECOND MINUTE_SECOND MOD MODIFIES
                    NATURAL NOT NO_WRITE_TO_BINLOG NTH_VALUE NTILE NULL NUMERIC OF OFFSET ON
                    OPTIMIZE OPTIMIZER_COSTS OPTION OPTIONALLY OR ORDER OUT OUTER OUTFILE OVER
                    PAGE_CHECKSUM PARALLEL PARSE_VCOL_EXPR PARTITION PERCENT_RANK PORTION
                    PRECISION PRIMARY PROCEDURE PURGE QUALIFY RANGE RANK READ READS READ_WRITE
                    REAL RECURSIVE REFERENCES REF_SYSTEM_ID REGEXP RELEASE RENAME REPEAT REPLACE
                    REQUIRE RESIGNAL RESTRICT RETURN RETURNING REVOKE RIGHT RLIKE ROW ROWS
                    ROW_NUMBER SCHEMA SCHEMAS SECOND_MICROSECOND SELECT SENSITIVE SEPARATOR SET
                    SHOW SIGNAL SMALLINT SPATIAL SPECIFIC SQL SQLEXCEPTION SQLSTATE SQLWARNING
                    SQL_AFTER_GTIDS SQL_BEFORE_GTIDS SQL_BIG_RESULT SQL_CALC_FOUND_ROWS
                    SQL_SMALL_RESULT SSL STARTING STATS_AUTO_RECALC STATS_PERSISTENT
                    STATS_SAMPLE_PAGES STORED STRAIGHT_JOIN SYSTEM TABLE TABLESAMPLE TERMINATED
                    THEN TINYBLOB TINYINT TINYTEXT TO TRAILING TRIGGER TRUE UNDO UNION UNIQUE
                    UNLOCK UNSIGNED UPDATE USAGE USE USING UTC_DATE UTC_TIME UTC_TIMESTAMP VALUES
                    VARBINARY VARCHAR VARCHARACTER VARYING VIRTUAL WHEN WHERE WHILE WINDOW WITH
                    WRITE XOR YEAR_MONTH ZEROFILL
                    """);

    private static final Set<String> VERBS =
            words(
                    """
                    ALTER ANALYZE BACKUP BEGIN BINLOG CACHE CALL CASE CHANGE CHECK CHECKSUM CLONE
                    COMMIT CREATE DEALLOCATE DELETE DESC DESCRIBE DO DROP EXECUTE EXPLAIN FLUSH
                    FOR GET GRANT HANDLER HELP IF IMPORT INSERT INSTALL KILL LOAD LOCK LOOP
                    OPTIMIZE PREPARE PURGE RELEASE RENAME REPAIR REPEAT REPLACE RESET RESIGNAL
                    RESTART REVOKE ROLLBACK SAVEPOINT SELECT SET SHOW SHUTDOWN SIGNAL START STOP
                    TABLE TRUNCATE UNINSTALL UNLOCK UPDATE USE VALUES WHILE WITH XA
                    """);

    private static final Set<String> OBJECTS =
            words(
                    """
                    AGGREGATE ALGORITHM DATABASE DEFINER EVENT FULLTEXT FUNCTION INDEX INSTANCE LIBRARY LOGFILE
                    PACKAGE PREPARE PROCEDURE RESOURCE ROLE SCHEMA SEQUENCE SERVER SPATIAL SQL TABLE
                    TABLESPACE TRIGGER UNDO USER VECTOR VIEW
                    """);

    /** What a script is checked against before it runs. */
    public static final SyntaxProfile PROFILE =
            new SyntaxProfile("MYSQL", VERBS, OBJECTS, RESERVED)
                    .withGaps(
                            List.of(
                                    ParserGap.respelled("[ LOCK IN SHARE MODE ]", "FOR UPDATE"),
                                    ParserGap.unreadable("INDEX FOR ORDER BY"),
                                    ParserGap.unreadable("INDEX FOR GROUP BY"),
                                    ParserGap.unreadable("INDEX FOR JOIN"),
                                    ParserGap.overlooked("[ SOUNDS ] LIKE"),
                                    ParserGap.respelled("[ MOD ] <number>", "%"),
                                    ParserGap.respelled("[ MOD ] <name>", "%"),
                                    ParserGap.overlooked("DELETE <name> [ . * ]"),
                                    ParserGap.overlooked("GROUP BY <name> [ ASC ]"),
                                    ParserGap.overlooked("GROUP BY <name> [ DESC ]"),
                                    ParserGap.unreadable("( ) VALUES ("),
                                    ParserGap.unreadable("DELETE FROM <name> USING"),
                                    ParserGap.unreadable("{ <name>")));

    private MySqlSyntax() {}

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }
}
