package dev.limbeck.oracle.text;

import dev.limbeck.dialect.ParserGap;
import dev.limbeck.dialect.SyntaxProfile;
import java.util.List;
import java.util.Set;

/** The words of Oracle. */
public final class OracleSyntax {
    /**
     * The words that can't be names unless they are quoted: those the SQL Language Reference lists
     * as reserved, appendix "Oracle SQL Reserved Words", and {@code BOOLEAN}'s kin that are none.
     */
    public static final Set<String> RESERVED =
            words(
                    """
                    ACCESS ADD ALL ALTER AND ANY AS ASC AUDIT BETWEEN BY CHAR CHECK CLUSTER COLUMN
                    COLUMN_VALUE COMMENT COMPRESS CONNECT CREATE CURRENT DATE DECIMAL DEFAULT DELETE
                    DESC DISTINCT DROP ELSE EXCLUSIVE EXISTS FILE FLOAT FOR FROM GRANT GROUP HAVING
                    IDENTIFIED IMMEDIATE IN INCREMENT INDEX INITIAL INSERT INTEGER INTERSECT INTO IS
                    LEVEL LIKE LOCK LONG MAXEXTENTS MINUS MLSLABEL MODE MODIFY NESTED_TABLE_ID
                    NOAUDIT NOCOMPRESS NOT NOWAIT NULL NUMBER OF OFFLINE ON ONLINE OPTION OR ORDER
                    PCTFREE PRIOR PUBLIC RAW RENAME RESOURCE REVOKE ROW ROWID ROWNUM ROWS SELECT
                    SESSION SET SHARE SIZE SMALLINT START SUCCESSFUL SYNONYM SYSDATE TABLE THEN TO
                    TRIGGER UID UNION UNIQUE UPDATE USER VALIDATE VALUES VARCHAR VARCHAR2 VIEW
                    WHENEVER WHERE WITH
                    """);

    private static final Set<String> VERBS =
            words(
                    """
                    ADMINISTER ALTER ANALYZE ASSOCIATE AUDIT BEGIN CALL COMMENT COMMIT CREATE DECLARE
                    DELETE DISASSOCIATE DROP EXPLAIN FLASHBACK GRANT INSERT LOCK MERGE NOAUDIT PURGE
                    RENAME REVOKE ROLLBACK SAVEPOINT SELECT SET TRUNCATE UPDATE VALUES WITH
                    """);

    private static final Set<String> OBJECTS =
            words(
                    """
                    ANALYTIC ASSERTION ATTRIBUTE AUDIT BITMAP BLOCKCHAIN CLUSTER CONTEXT CONTROLFILE
                    DATABASE DIMENSION DIRECTORY DISKGROUP DOMAIN EDITION FLASHBACK FUNCTION GLOBAL
                    HIERARCHY HYBRID IMMUTABLE INDEX INDEXTYPE INMEMORY JAVA JSON LIBRARY LOCKDOWN
                    LOGICAL MATERIALIZED MLE MULTIVALUE OPERATOR OUTLINE PACKAGE PFILE PLUGGABLE
                    PRIVATE PROCEDURE PROFILE PROPERTY PUBLIC RESOURCE RESTORE ROLE ROLLBACK SCHEMA
                    SEQUENCE SESSION SHARDED SHARED SPFILE SYNONYM SYSTEM TABLE TABLESPACE TEMPORARY
                    TRIGGER TRUE TYPE UNDO UNIFIED UNIQUE USECASE USER VECTOR VIEW
                    """);

    /** What a script is checked against before it runs. */
    public static final SyntaxProfile PROFILE =
            new SyntaxProfile("ORACLE", VERBS, OBJECTS, RESERVED)
                    .withGaps(
                            List.of(
                                    ParserGap.unreadable("SET <name> TO <string> DEFAULT"),
                                    ParserGap.overlooked("TRUNCATE TABLE <name> [ DROP STORAGE ]"),
                                    ParserGap.overlooked("TRUNCATE TABLE <name> [ REUSE STORAGE ]"),
                                    ParserGap.unreadable("INTO <parameter>"),
                                    ParserGap.unreadable("INSERT INTO ("),
                                    ParserGap.unreadable("UPDATE ("),
                                    ParserGap.unreadable("DELETE FROM ("),
                                    ParserGap.unreadable("AS OF TIMESTAMP"),
                                    ParserGap.unreadable("AS OF SCN"),
                                    ParserGap.unreadable("VERSIONS BETWEEN"),
                                    ParserGap.unreadable("MODEL DIMENSION BY"),
                                    ParserGap.unreadable("MODEL PARTITION BY"),
                                    ParserGap.unreadable("RULES ("),
                                    ParserGap.unreadable("MATCH_RECOGNIZE (")));

    private OracleSyntax() {}

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }
}
