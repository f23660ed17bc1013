package io.godwit.format;

import io.godwit.failure.InvalidMigrationException;
import io.godwit.failure.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The documents of a folder and of the folders in it. Thread-safe. */
final class DirectorySource implements PluginSource {

    private static final int DEEPEST = 50;

    private final Path root;

    DirectorySource(Path root) {
        this.root = root;
    }

    @Override
    public List<MigrationDocument> documents() {
        if (!Files.isDirectory(root)) {
            throw refused(Files.exists(root) ? "this is no folder of plugins" : "there is no such folder of plugins");
        }
        try {
            return documents(files());
        } catch (IOException failure) {
            throw refused("the folder of plugins cannot be read: " + FileFault.of(failure));
        }
    }

    private InvalidMigrationException refused(String message) {
        return new InvalidMigrationException(List.of(new Problem(root.toString(), "", 0, 0, message)));
    }

    private List<DocumentPath> files() throws IOException {
        List<DocumentPath> files = new ArrayList<>();
        Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEEPEST, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                boolean hidden =
                        !folder.equals(root) && folder.getFileName().toString().startsWith(".");
                return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                files.add(path(root.relativize(file)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                throw failure instanceof FileSystemLoopException
                        ? new IOException(root.relativize(file) + " is a link to a folder around it", failure)
                        : failure;
            }
        });
        files.removeIf(file -> !file.isJson());
        files.sort(Comparator.comparing(DocumentPath::name));
        return files;
    }

    private static DocumentPath path(Path relative) {
        List<String> segments = new ArrayList<>();
        relative.forEach(segment -> segments.add(segment.toString()));
        return new DocumentPath(segments);
    }

    private List<MigrationDocument> documents(List<DocumentPath> files) throws IOException {
        Map<String, MigrationReader> readers = new HashMap<>();
        List<MigrationDocument> documents = new ArrayList<>(files.size());
        for (DocumentPath file : files) {
            Path path = root.resolve(file.name());
            if ((!file.isBelowData() || !isData(path)) && (!file.mayBeManifest() || !isManifest(path))) {
                MigrationReader reader = readers.computeIfAbsent(
                        file.plugin(), plugin -> new MigrationReader(PluginFiles.directory(root.resolve(plugin))));
                documents.add(new MigrationDocument(file.name(), () -> read(path), reader));
            }
        }
        return List.copyOf(documents);
    }

    private static boolean isData(Path file) throws IOException {
        try (InputStream json = Files.newInputStream(file)) {
            return DataFile.isIt(json);
        }
    }

    private static boolean isManifest(Path file) throws IOException {
        try (InputStream json = Files.newInputStream(file)) {
            return DataFile.isManifest(json);
        }
    }

    private static byte[] read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(JsonDocument.LONGEST_DOCUMENT + 1);
            if (bytes.length > JsonDocument.LONGEST_DOCUMENT) {
                throw new IOException(
                        "it has " + Files.size(file) + " bytes; the most is " + JsonDocument.LONGEST_DOCUMENT);
            }
            return bytes;
        }
    }
}
