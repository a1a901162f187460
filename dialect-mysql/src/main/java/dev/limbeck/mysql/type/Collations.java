package dev.limbeck.mysql.type;

import dev.limbeck.mysql.server.Flavor;
import dev.limbeck.mysql.server.ServerVersion;
import java.util.Locale;
import java.util.Map;

/** Character sets and collations by their names: what belongs together, and what is the default. */
public final class Collations {
    private static final String UTF8MB3 = "utf8mb3";
    private static final String UTF8MB4 = "utf8mb4";

    /** The default collations of the sets whose one doesn't end in {@code _general_ci}. */
    private static final Map<String, String> PECULIAR =
            Map.ofEntries(
                    Map.entry("big5", "big5_chinese_ci"),
                    Map.entry("binary", "binary"),
                    Map.entry("cp932", "cp932_japanese_ci"),
                    Map.entry("dec8", "dec8_swedish_ci"),
                    Map.entry("eucjpms", "eucjpms_japanese_ci"),
                    Map.entry("euckr", "euckr_korean_ci"),
                    Map.entry("gb18030", "gb18030_chinese_ci"),
                    Map.entry("gb2312", "gb2312_chinese_ci"),
                    Map.entry("gbk", "gbk_chinese_ci"),
                    Map.entry("hp8", "hp8_english_ci"),
                    Map.entry("latin1", "latin1_swedish_ci"),
                    Map.entry("latin5", "latin5_turkish_ci"),
                    Map.entry("sjis", "sjis_japanese_ci"),
                    Map.entry("swe7", "swe7_swedish_ci"),
                    Map.entry("tis620", "tis620_thai_ci"),
                    Map.entry("ujis", "ujis_japanese_ci"));

    private static final Map<String, Integer> WIDTHS =
            Map.ofEntries(
                    Map.entry(UTF8MB4, 4),
                    Map.entry("utf16", 4),
                    Map.entry("utf16le", 4),
                    Map.entry("utf32", 4),
                    Map.entry("gb18030", 4),
                    Map.entry(UTF8MB3, 3),
                    Map.entry("eucjpms", 3),
                    Map.entry("ujis", 3),
                    Map.entry("big5", 2),
                    Map.entry("cp932", 2),
                    Map.entry("euckr", 2),
                    Map.entry("gb2312", 2),
                    Map.entry("gbk", 2),
                    Map.entry("sjis", 2),
                    Map.entry("ucs2", 2));

    private Collations() {}

    /** Returns the one name of a character set or a collation that may be known by an older one. */
    public static String name(String written) {
        String name = written.toLowerCase(Locale.ROOT);
        if (name.equals("utf8")) {
            return UTF8MB3;
        }
        return name.startsWith("utf8_") ? UTF8MB3 + name.substring("utf8".length()) : name;
    }

    /** Returns the character set that a collation belongs to. */
    public static String charsetOf(String collation) {
        int end = collation.indexOf('_');
        return end < 0 ? collation : collation.substring(0, end);
    }

    /** Returns how many bytes a character of a set takes at most. */
    public static int bytesPerCharacter(String charset) {
        return WIDTHS.getOrDefault(charset, 1);
    }

    /** Returns the collation that a character set has where none is said. */
    public static String defaultOf(String charset, ServerVersion version) {
        if (charset.equals(UTF8MB4) && version.flavor() == Flavor.MYSQL) {
            return version.major() >= 8 ? "utf8mb4_0900_ai_ci" : "utf8mb4_general_ci";
        }
        boolean unicode = charset.startsWith("utf") || charset.equals("ucs2");
        if (unicode
                && version.compareTo(ServerVersion.mariadb(11, 5, 0)) >= 0
                && version.isMariaDb()) {
            return charset + "_uca1400_ai_ci";
        }
        return PECULIAR.getOrDefault(charset, charset + "_general_ci");
    }

    /** Returns the collation of a character set that compares by codes. */
    public static String binaryOf(String charset) {
        return charset.equals("binary") ? charset : charset + "_bin";
    }

    /**
     * Returns the whole name of a collation that may be written without its character set, as
     * MariaDB's {@code uca1400_ai_ci} is.
     */
    public static String in(String charset, String collation) {
        return collation.startsWith("uca1400") ? charset + "_" + collation : collation;
    }

    /** Returns the collation that a database has where nobody chose one. */
    public static String ofServer(ServerVersion version) {
        if (version.isMariaDb()) {
            return version.compareTo(ServerVersion.mariadb(11, 6, 0)) >= 0
                    ? "utf8mb4_uca1400_ai_ci"
                    : "latin1_swedish_ci";
        }
        return version.major() >= 8 ? "utf8mb4_0900_ai_ci" : "latin1_swedish_ci";
    }
}
