package io.godwit.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files below a folder. Thread-safe. */
final class DirectoryFiles implements PluginFiles {

    static final int LONGEST_FILE = 256 * 1024 * 1024;

    private final Path root;

    DirectoryFiles(Path root) {
        this.root = root;
    }

    @Override
    public byte[] read(String path) throws IOException {
        Path file = file(path);
        if (Files.size(file) > LONGEST_FILE) {
            throw new IOException("'" + path + "' is longer than " + LONGEST_FILE + " bytes");
        }
        return Files.readAllBytes(file);
    }

    @Override
    public InputStream open(String path) throws IOException {
        return Files.newInputStream(file(path));
    }

    /** A link to a folder is not followed, and hidden files are passed over. */
    @Override
    public List<String> below(String folder) throws IOException {
        Path top = root.resolve(folder);
        if (!Files.isDirectory(top)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(top)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(path -> !path.startsWith(".") && !path.contains("/."))
                    .sorted()
                    .toList();
        }
    }

    private Path file(String path) throws IOException {
        Path file;
        try {
            file = root.resolve(path).toRealPath();
        } catch (NoSuchFileException absent) {
            throw new NoSuchFileException(path, null, "there is no such file in the plugin's folder " + root);
        }
        if (!file.startsWith(root.toRealPath())) {
            throw new IOException("'" + path + "' is a link that leads out of the plugin's folder");
        }
        if (!Files.isRegularFile(file)) {
            throw new IOException("'" + path + "' is not a file");
        }
        return file;
    }
}
