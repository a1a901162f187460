package dev.limbeck.text;

import java.nio.charset.CharacterCodingException;

/** A byte that can't stand where it stands in UTF-8. */
public final class WrongByteException extends CharacterCodingException {
    private static final long serialVersionUID = 1L;

    private final byte wrong;
    private final int line;
    private final int column;

    /**
     * Makes one for a byte.
     *
     * @param line 1-based, within what was decoded
     * @param column 1-based, in UTF-16 code units
     */
    public WrongByteException(byte wrong, int line, int column) {
        this.wrong = wrong;
        this.line = line;
        this.column = column;
    }

    /** Returns the 1-based line, within what was decoded. */
    public int line() {
        return line;
    }

    /** Returns the 1-based column, in UTF-16 code units. */
    public int column() {
        return column;
    }

    /** Returns the sentence that names the byte. */
    public String sentence() {
        return String.format("byte 0x%02X is not valid UTF-8 here", wrong & 0xFF);
    }

    @Override
    public String getMessage() {
        return sentence() + " (line " + line + ", column " + column + ")";
    }
}
