package dev.limbeck.script;

import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.ScriptException;
import dev.limbeck.error.SourceLocation;
import dev.limbeck.text.WrongByteException;
import java.io.IOException;
import java.nio.file.Path;

/** Tells why a file could not be read: a byte that is no text has a place, all else has not. */
public final class UnreadableFile {
    private UnreadableFile() {}

    /** Returns the finding. */
    static Diagnostic finding(Path shown, IOException e) {
        if (e instanceof WrongByteException wrong) {
            return Diagnostic.error(
                            ErrorCode.INVALID_UTF8,
                            wrong.sentence(),
                            new SourceLocation(shown, wrong.line(), wrong.column()))
                    .withHint("save the file as UTF-8");
        }
        return Diagnostic.error(
                ErrorCode.FILE_UNREADABLE,
                "'" + shown + "' can't be read: " + e,
                SourceLocation.of(shown));
    }

    /** Returns the exception for who can't go on without the file. */
    public static ScriptException failure(Path shown, IOException e) {
        return new ScriptException(finding(shown, e), e);
    }
}
