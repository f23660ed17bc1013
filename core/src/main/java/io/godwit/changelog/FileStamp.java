package io.godwit.changelog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the file system says of a file or folder: as long as all of it is the same, so is what it holds. Immutable.
 *
 * @param changed when the system itself saw a change, which nobody can set back; where it does not tell, that of {@code modified}
 * @param number which tells a file from another of the same name
 */
record FileStamp(long size, FileTime modified, FileTime changed, Object number) {

    /** A file that was written at about the time when it was read may be written again with the same times. */
    private static final Duration DOUBT = Duration.ofSeconds(2);

    private static final String TOLD_BY_UNIX = "unix:size,lastModifiedTime,ctime,ino";

    /** @throws java.nio.file.NoSuchFileException if it is not there */
    static FileStamp of(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            Map<String, @Nullable Object> told = Files.readAttributes(file, TOLD_BY_UNIX);
            if (told.get("size") instanceof Long size
                    && told.get("lastModifiedTime") instanceof FileTime modified
                    && told.get("ctime") instanceof FileTime changed) {
                return new FileStamp(size, modified, changed, Objects.requireNonNullElse(told.get("ino"), ""));
            }
        }
        BasicFileAttributes told = Files.readAttributes(file, BasicFileAttributes.class);
        return new FileStamp(
                told.size(),
                told.lastModifiedTime(),
                told.lastModifiedTime(),
                Objects.requireNonNullElse(told.fileKey(), ""));
    }

    /** Whether it was as it is for so long that no later change can have left it so. */
    boolean isSettled(Instant now) {
        FileTime latest = modified.compareTo(changed) > 0 ? modified : changed;
        return latest.toInstant().plus(DOUBT).isBefore(now);
    }
}
