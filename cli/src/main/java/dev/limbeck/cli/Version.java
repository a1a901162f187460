package dev.limbeck.cli;

/** Which version this is; the build writes it into the archive. */
final class Version {
    private Version() {}

    /** Returns the line {@code --version} prints. */
    static String line() {
        String version = Version.class.getPackage().getImplementationVersion();
        return "limbeck " + (version == null ? "unreleased" : version) + System.lineSeparator();
    }
}
