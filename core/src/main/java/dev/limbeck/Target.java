package dev.limbeck;

/**
 * One of many databases that are treated alike.
 *
 * @param name what it is called in reports; no secret is in it
 * @param url where it is
 */
public record Target(String name, String url) {
    @Override
    public String toString() {
        return "Target[" + name + "]";
    }
}
