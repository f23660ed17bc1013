package io.godwit.history;

/**
 * What the history tells of backups that were taken. Immutable.
 *
 * @param count how many
 * @param bytes how much all of them took
 * @param largest how much the largest took, in bytes
 */
public record BackupSizes(long count, long bytes, long largest) {

    BackupSizes and(long size) {
        return new BackupSizes(count + 1, bytes + size, Math.max(largest, size));
    }
}
