package dev.limbeck.dialect;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a migration lock protects: one ledger in one schema of one database.
 *
 * @param schema the schema of the ledger tables
 * @param versionTable the name of the version table
 */
public record LockKey(String schema, String versionTable) {
    private byte[] digest() {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(
                            ("limbeck\0" + schema + "\0" + versionTable)
                                    .getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Returns 64 bits for servers whose locks are numbers. */
    public long number() {
        return ByteBuffer.wrap(digest()).getLong();
    }

    /** Returns a name of 40 characters for servers whose locks are names. */
    public String name() {
        return "limbeck:" + HexFormat.of().formatHex(digest(), 0, 16);
    }
}
