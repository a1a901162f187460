package dev.limbeck.ddl;

import dev.limbeck.schema.Schema;
import java.util.List;

/** Reads the statements of one database: what each does to a schema. */
public interface DdlReader {
    /** Returns the session in which a script begins. */
    default DdlSession session() {
        return DdlSession.initial();
    }

    /**
     * Returns what a server calls its default schema as long as nobody has changed that; empty
     * where that is the name of the database.
     */
    default String defaultSchema() {
        return "";
    }

    /**
     * Reads one statement.
     *
     * @param text the statement without its terminator
     * @param before the schema it meets
     * @param session what earlier statements of its script have set
     */
    DdlReading read(String text, Schema before, DdlSession session);

    /**
     * Returns the folded pieces of a written name, {@code app."T"} as {@code app}, {@code T}; the
     * name of the default schema as an empty piece. Empty where the text is no name.
     */
    List<String> pieces(String written);
}
