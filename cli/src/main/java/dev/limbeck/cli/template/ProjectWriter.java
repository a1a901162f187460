package dev.limbeck.cli.template;

import dev.limbeck.error.ConfigException;
import dev.limbeck.error.Diagnostic;
import dev.limbeck.error.ErrorCode;
import dev.limbeck.error.ShownPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the files of a new project: all of them or none, and never over one that is there. */
public final class ProjectWriter {
    private final Path folder;
    private final Path shownFrom;

    /**
     * @param folder the project's folder; made where it is absent
     * @param shownFrom where the user stands
     */
    public ProjectWriter(Path folder, Path shownFrom) {
        this.folder = folder;
        this.shownFrom = shownFrom;
    }

    /** Writes files and returns their paths as the user shall read them. */
    public List<Path> write(Map<String, String> files) {
        Map<Path, String> texts = new LinkedHashMap<>();
        files.forEach((name, text) -> texts.put(folder.resolve(name), text));
        // Files with a leading dot serve version control only; one that is there already does.
        texts.keySet().removeIf(path -> isHidden(path) && Files.exists(path));
        refuseExisting(texts.keySet());
        List<Path> written = new ArrayList<>();
        try {
            for (Map.Entry<Path, String> file : texts.entrySet()) {
                Path path = file.getKey();
                makeFolders(path.getParent(), written);
                written.add(path);
                Files.writeString(
                        path, withLineEnds(path, file.getValue()), StandardOpenOption.CREATE_NEW);
                makeExecutable(path);
            }
        } catch (IOException e) {
            ConfigException failure = unwritable(e);
            undo(written, failure);
            throw failure;
        }
        return texts.keySet().stream().map(path -> ShownPath.from(shownFrom, path)).toList();
    }

    private static boolean isHidden(Path path) {
        return String.valueOf(path.getFileName()).startsWith(".");
    }

    private void refuseExisting(Collection<Path> paths) {
        List<String> existing =
                paths.stream()
                        .filter(Files::exists)
                        .map(path -> ShownPath.from(shownFrom, path).toString())
                        .toList();
        if (!existing.isEmpty()) {
            throw new ConfigException(
                    Diagnostic.error(
                                    ErrorCode.FILE_EXISTS,
                                    "there already: " + String.join(", ", existing))
                            .withHint("init overwrites nothing; name another folder"));
        }
    }

    private static void makeFolders(@Nullable Path wanted, List<Path> written) throws IOException {
        if (wanted == null || Files.isDirectory(wanted)) {
            return;
        }
        makeFolders(wanted.getParent(), written);
        Files.createDirectory(wanted);
        written.add(wanted);
    }

    private static String withLineEnds(Path path, String text) {
        return path.toString().endsWith(".bat") ? text.replace("\n", "\r\n") : text;
    }

    private static void makeExecutable(Path path) throws IOException {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (posix && path.toString().endsWith(".sh")) {
            Set<PosixFilePermission> permissions =
                    EnumSet.copyOf(Files.getPosixFilePermissions(path));
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
            permissions.add(PosixFilePermission.GROUP_EXECUTE);
            permissions.add(PosixFilePermission.OTHERS_EXECUTE);
            Files.setPosixFilePermissions(path, permissions);
        }
    }

    private ConfigException unwritable(IOException e) {
        return new ConfigException(
                Diagnostic.error(
                        ErrorCode.FILE_UNWRITABLE, "can't write a project in " + folder + ": " + e),
                e);
    }

    private static void undo(List<Path> written, ConfigException failure) {
        for (int i = written.size() - 1; i >= 0; i--) {
            try {
                Files.deleteIfExists(written.get(i));
            } catch (IOException left) {
                failure.addSuppressed(left);
            }
        }
    }
}
