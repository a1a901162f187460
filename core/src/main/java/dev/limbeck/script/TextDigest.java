package dev.limbeck.script;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The digest of a text, taken from its bytes as they come. A byte order mark is not part of the
 * text, and CRLF is the same as LF: both depend on the settings of an editor or a checkout, not on
 * who wrote the text.
 */
final class TextDigest {
    private static final String PREFIX = "sha256:";
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] RETURN = {'\r'};

    private final MessageDigest digest = newSha256();
    private long size;
    private boolean atStart = true;
    private int markSeen;
    private boolean returnSeen;

    /** Looking for the algorithm takes longer than the digest of a short script. */
    private static final MessageDigest UNUSED = find();

    static MessageDigest newSha256() {
        try {
            return (MessageDigest) UNUSED.clone();
        } catch (CloneNotSupportedException e) {
            return find();
        }
    }

    private static MessageDigest find() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Takes in the next bytes. */
    void update(byte[] bytes, int start, int end) {
        int from = atStart ? passMark(bytes, start, end) : start;
        if (returnSeen && from < end) {
            returnSeen = false;
            if (bytes[from] != '\n') {
                add(RETURN, 0, 1);
            }
        }
        while (from < end) {
            int next = from;
            while (next < end && bytes[next] != '\r') {
                next++;
            }
            add(bytes, from, next);
            if (next + 1 < end && bytes[next + 1] != '\n') {
                add(RETURN, 0, 1);
            }
            returnSeen = next + 1 == end;
            from = next + 1;
        }
    }

    private int passMark(byte[] bytes, int start, int end) {
        int from = start;
        while (atStart && from < end) {
            if (bytes[from] == MARK[markSeen]) {
                markSeen++;
                from++;
                atStart = markSeen < MARK.length;
            } else {
                atStart = false;
                add(MARK, 0, markSeen);
            }
        }
        return from;
    }

    private void add(byte[] bytes, int start, int end) {
        digest.update(bytes, start, end - start);
        size += end - start;
    }

    /** Returns the digest of everything taken in; nothing can be added after that. */
    String finish() {
        if (atStart) {
            add(MARK, 0, markSeen);
        }
        if (returnSeen) {
            add(RETURN, 0, 1);
        }
        return PREFIX + HexFormat.of().formatHex(digest.digest());
    }

    /** Returns the number of bytes of the text so far. */
    long size() {
        return size;
    }
}
