package dev.limbeck.oracle.ddl;

import dev.limbeck.ddl.Texts;
import dev.limbeck.ddl.TokenCursor;
import java.util.Set;

/** Passes over what says where bytes lie and how. */
final class PhysicalClauses {
    private static final Set<String> ALONE =
            Set.of(
                    "LOGGING",
                    "NOLOGGING",
                    "FILESYSTEM_LIKE_LOGGING",
                    "NOCOMPRESS",
                    "NOPARALLEL",
                    "NOCACHE",
                    "CACHE",
                    "MONITORING",
                    "NOMONITORING",
                    "ROWDEPENDENCIES",
                    "NOROWDEPENDENCIES",
                    "COMPUTE",
                    "STATISTICS",
                    "ONLINE",
                    "MAPPING",
                    "NOMAPPING");

    private static final Set<String> WITH_NUMBER =
            Set.of("PCTFREE", "PCTUSED", "INITRANS", "MAXTRANS", "PCTTHRESHOLD");

    private static final Set<String> COMPRESSION =
            Set.of("COMPRESS", "ROW", "COLUMN", "INMEMORY", "FLASHBACK", "ILM", "NO");

    private static final Set<String> OF_COMPRESSION =
            Set.of(
                    "COMPRESS",
                    "STORE",
                    "BASIC",
                    "ADVANCED",
                    "FOR",
                    "QUERY",
                    "ARCHIVE",
                    "LOW",
                    "HIGH",
                    "OLTP",
                    "ALL",
                    "OPERATIONS",
                    "DIRECT_LOAD",
                    "INMEMORY",
                    "FLASHBACK",
                    "ROW",
                    "COLUMN",
                    "MEMCOMPRESS",
                    "DML",
                    "CAPACITY",
                    "PRIORITY",
                    "NONE",
                    "AUTO");

    private PhysicalClauses() {}

    /** Returns whether such a clause comes next. */
    static boolean isNext(TokenCursor cursor) {
        int start = cursor.mark();
        boolean found = pass(cursor);
        cursor.go(start);
        return found;
    }

    /** Passes over one such clause if one comes next. */
    static boolean pass(TokenCursor cursor) {
        if (cursor.atAny(ALONE)) {
            cursor.next();
            return true;
        }
        if (cursor.atAny(WITH_NUMBER)) {
            cursor.next();
            cursor.next();
            return true;
        }
        if (cursor.accept("TABLESPACE")) {
            cursor.next();
            return true;
        }
        if (cursor.accept("PARALLEL")) {
            if (cursor.at("(")) {
                Texts.pass(cursor);
            } else if (isNumber(cursor)) {
                cursor.next();
            }
            return true;
        }
        if (cursor.accept("SEGMENT", "CREATION")) {
            cursor.next();
            return true;
        }
        if (cursor.at("STORAGE") || cursor.at("RESULT_CACHE")) {
            cursor.next();
            Texts.pass(cursor);
            return true;
        }
        return large(cursor) || compression(cursor);
    }

    private static boolean isNumber(TokenCursor cursor) {
        return cursor.peek().text().chars().allMatch(Character::isDigit)
                && !cursor.peek().text().isEmpty();
    }

    /** {@code LOB (…) STORE AS …}, {@code VARRAY … STORE AS}, {@code NESTED TABLE … STORE AS}. */
    private static boolean large(TokenCursor cursor) {
        int start = cursor.mark();
        boolean lob = cursor.accept("LOB");
        boolean nested = !lob && cursor.accept("NESTED", "TABLE");
        boolean array = !lob && !nested && cursor.accept("VARRAY");
        boolean xml = !lob && !nested && !array && cursor.accept("XMLTYPE");
        boolean json = !lob && !nested && !array && !xml && cursor.accept("JSON");
        if (!lob && !nested && !array && !xml && !json) {
            return false;
        }
        if (cursor.at("(")) {
            Texts.pass(cursor);
        } else {
            cursor.accept("COLUMN");
            cursor.next();
        }
        if (!cursor.accept("STORE", "AS")) {
            cursor.go(start);
            return false;
        }
        while (!cursor.atEnd() && !cursor.at(",") && !cursor.at(")") && isOfLarge(cursor)) {
            if (cursor.at("(")) {
                Texts.pass(cursor);
            } else {
                cursor.next();
            }
        }
        return true;
    }

    private static boolean isOfLarge(TokenCursor cursor) {
        boolean other =
                cursor.at("PARTITION")
                        || cursor.at("LOB")
                        || cursor.at("NESTED")
                        || cursor.at("VARRAY")
                        || cursor.at("ENABLE")
                        || cursor.at("DISABLE")
                        || cursor.at("AS")
                        || cursor.at("ORGANIZATION");
        return !other;
    }

    private static boolean compression(TokenCursor cursor) {
        boolean starts =
                cursor.atAny(COMPRESSION)
                        && (!cursor.at("ROW") || cursor.at("ROW", "STORE"))
                        && (!cursor.at("COLUMN") || cursor.at("COLUMN", "STORE"))
                        && (!cursor.at("NO")
                                || cursor.at("NO", "INMEMORY")
                                || cursor.at("NO", "FLASHBACK"));
        if (!starts) {
            return false;
        }
        cursor.next();
        while (cursor.atAny(OF_COMPRESSION) || isNumber(cursor)) {
            cursor.next();
        }
        return true;
    }
}
