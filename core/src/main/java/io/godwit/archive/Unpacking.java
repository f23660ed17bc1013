package io.godwit.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes a package into a folder: all of it, or nothing. For one use. */
final class Unpacking {

    private final Path folder;

    Unpacking(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    void write(PluginPackage source, byte[] manifest, byte @Nullable [] signature) throws IOException {
        refuseFull();
        Path parent = folder.getParent();
        Files.createDirectories(parent == null ? folder : parent);
        Path beside = Files.createTempDirectory(parent, "." + folder.getFileName() + "-");
        try {
            Files.write(beside.resolve(EntryName.MANIFEST), manifest);
            if (signature != null) {
                Files.write(beside.resolve(EntryName.SIGNATURE), signature);
            }
            for (PackagedFile file : source.manifest().files()) {
                Path target = beside.resolve(file.path());
                Files.createDirectories(target.getParent());
                try (InputStream in = source.open(file.path())) {
                    Files.copy(in, target);
                }
            }
            moveFrom(beside);
        } catch (RefusedArchiveException changed) {
            throw PackageReader.refused(source.file(), changed);
        } finally {
            remove(beside);
        }
    }

    private void refuseFull() throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> there = Files.list(folder)) {
                if (there.findAny().isPresent()) {
                    throw new DirectoryNotEmptyException(folder + ": it holds something");
                }
            }
        }
    }

    /** An empty folder stays the one that it is, with its rights. */
    private void moveFrom(Path beside) throws IOException {
        Files.createDirectories(folder);
        List<Path> parts;
        try (Stream<Path> all = Files.list(beside)) {
            parts = all.toList();
        }
        for (Path part : parts) {
            Files.move(part, folder.resolve(part.getFileName()));
        }
    }

    private static void remove(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> paths = Files.walk(folder)) {
            all = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }
}
