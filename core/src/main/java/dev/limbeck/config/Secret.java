package dev.limbeck.config;

/** A password. It is never printed: {@link #toString()} masks it. */
public final class Secret {
    private final String value;

    public Secret(String value) {
        this.value = value;
    }

    /** Returns the password itself, for the driver only. */
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "***";
    }
}
