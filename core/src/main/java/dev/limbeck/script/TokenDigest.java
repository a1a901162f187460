package dev.limbeck.script;

import dev.limbeck.sql.SqlToken;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * The digest of a script's statements, token by token: comments, white space, terminators and the
 * case of unquoted words make no difference; literals and quoted names count as they stand.
 *
 * <p>Each token goes in as a letter for its kind, its length and its text, so that no two different
 * sequences of tokens become the same bytes. Stored digests are compared with new ones for years:
 * whoever changes the form changes the prefix too and keeps this class for the old ones.
 */
final class TokenDigest {
    private static final String PREFIX = "tokens-sha256:";
    private static final String END_OF_STATEMENT = ";";
    private static final int BUFFER = 8 * 1024;

    private final MessageDigest digest = TextDigest.newSha256();

    /** The first half of a character whose second half is in the next part of the data. */
    private String waiting = "";

    /** Takes in a statement's significant tokens. */
    void statement(List<SqlToken> tokens) {
        StringBuilder form = new StringBuilder(16 * tokens.size() + 16);
        for (SqlToken token : tokens) {
            String canonical = canonical(token);
            form.append(letter(token.kind()))
                    .append(canonical.length())
                    .append(':')
                    .append(canonical);
        }
        add(form.append(END_OF_STATEMENT).toString());
    }

    /** Takes in the data that follows a statement, which counts to the letter. */
    void data(Reader data) throws IOException {
        char[] buffer = new char[BUFFER];
        for (int count = data.read(buffer); count >= 0; count = data.read(buffer)) {
            part(buffer, 0, count);
        }
        endOfData();
    }

    /** Takes in a part of such data, wherever it was cut. */
    void part(char[] buffer, int offset, int count) {
        if (count == 0) {
            return;
        }
        boolean cutsPair = Character.isHighSurrogate(buffer[offset + count - 1]);
        add(waiting + new String(buffer, offset, cutsPair ? count - 1 : count));
        waiting = cutsPair ? String.valueOf(buffer[offset + count - 1]) : "";
    }

    /** Says that such data is at its end. */
    void endOfData() {
        add(waiting + END_OF_STATEMENT);
        waiting = "";
    }

    private void add(String form) {
        digest.update(form.getBytes(StandardCharsets.UTF_8));
    }

    private static String canonical(SqlToken token) {
        return token.kind() == SqlToken.Kind.WORD
                ? token.text().toUpperCase(Locale.ROOT)
                : token.text().replace("\r\n", "\n");
    }

    private static char letter(SqlToken.Kind kind) {
        return switch (kind) {
            case WORD -> 'W';
            case QUOTED_IDENTIFIER -> 'Q';
            case STRING -> 'S';
            case NUMBER -> 'N';
            case PARAMETER -> 'P';
            case SYMBOL -> 'Y';
            case EXECUTABLE_MARK -> 'E';
            case COMMENT, WHITE_SPACE ->
                    throw new IllegalStateException(kind + " is no part of the digest");
        };
    }

    /** Returns the digest of everything taken in; nothing can be added after that. */
    String finish() {
        return PREFIX + HexFormat.of().formatHex(digest.digest());
    }
}
