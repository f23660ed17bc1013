package io.godwit.archive;

import io.godwit.failure.PackageFault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** How a package is put into one file. */
public enum ArchiveFormat {
    /** A tar file, compressed by gzip. */
    TAR_GZ(".tar.gz"),
    /** A ZIP file of less than four gibibytes. */
    ZIP(".zip");

    private static final String ENDING = ".godwit";

    private final String extension;

    ArchiveFormat(String extension) {
        this.extension = extension;
    }

    /** By the end of a file's name; empty if it tells neither. */
    public static Optional<ArchiveFormat> ofName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".tgz")) {
            return Optional.of(TAR_GZ);
        }
        for (ArchiveFormat format : values()) {
            if (lower.endsWith(format.extension)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /** What a package is called, such as {@code crm-1.2.0.godwit.tar.gz}. */
    public String fileName(String pluginId, String version) {
        return pluginId + "-" + version + ENDING + extension;
    }

    /** What a delta is called, such as {@code crm-1.1.0-to-1.2.0.godwit.tar.gz}. */
    public String fileName(String pluginId, String from, String version) {
        return fileName(pluginId, from + "-to-" + version);
    }

    /** By how a file begins: what it is called is not believed. */
    static ArchiveFormat of(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(4);
        }
        if (head.length >= 2 && head[0] == 0x1f && head[1] == (byte) 0x8b) {
            return TAR_GZ;
        }
        if (head.length == 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4) {
            return ZIP;
        }
        throw new RefusedArchiveException(
                PackageFault.DAMAGED, "it begins neither as a file of gzip nor as a ZIP file with entries");
    }
}
