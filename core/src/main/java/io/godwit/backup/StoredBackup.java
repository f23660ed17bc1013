package io.godwit.backup;

import java.time.Instant;
import java.util.Objects;

/**
 * A backup as its store knows it, without a look inside. Immutable.
 *
 * @param name its name in the store
 * @param bytes how long it is
 * @param written when it was written, by the store's clock
 */
public record StoredBackup(String name, long bytes, Instant written) {

    public StoredBackup {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(written, "written");
    }
}
