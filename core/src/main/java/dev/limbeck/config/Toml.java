package dev.limbeck.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value of a TOML document, with the place it stands at. */
sealed interface Toml {
    Position position();

    /** Returns what the value is, with its article, for messages. */
    String kind();

    /**
     * A place in the document.
     *
     * @param line 1-based
     * @param column 1-based, in UTF-16 code units
     */
    record Position(int line, int column) {}

    record Text(String value, Position position) implements Toml {
        @Override
        public String kind() {
            return "a string";
        }

        /** Leaves the value out: it may be a secret. */
        @Override
        public String toString() {
            return "Text[position=" + position + "]";
        }
    }

    record Flag(boolean value, Position position) implements Toml {
        @Override
        public String kind() {
            return "a boolean";
        }
    }

    record Whole(long value, Position position) implements Toml {
        @Override
        public String kind() {
            return "an integer";
        }
    }

    record Real(double value, Position position) implements Toml {
        @Override
        public String kind() {
            return "a float";
        }
    }

    /** A date, a time or both, as written. */
    record Moment(String text, Position position) implements Toml {
        @Override
        public String kind() {
            return "a date or time";
        }
    }

    record Array(List<Toml> values, Position position) implements Toml {
        public Array {
            values = List.copyOf(values);
        }

        @Override
        public String kind() {
            return "an array";
        }
    }

    /** An array made by {@code [[headers]]}; it grows while the document is read. */
    record Tables(List<Table> values, Position position) implements Toml {
        @Override
        public String kind() {
            return "an array of tables";
        }
    }

    /** A table. It grows while the document is read and is not changed after that. */
    final class Table implements Toml {
        private final Map<String, Entry> entries = new LinkedHashMap<>();
        private final Position position;

        Table(Position position) {
            this.position = position;
        }

        /** A key and its value. */
        record Entry(Position keyPosition, Toml value) {}

        @Override
        public Position position() {
            return position;
        }

        @Override
        public String kind() {
            return "a table";
        }

        /** Returns the entries in the order written. */
        Map<String, Entry> entries() {
            return entries;
        }

        Optional<Toml> get(String key) {
            return Optional.ofNullable(entries.get(key)).map(Entry::value);
        }
    }
}
