package io.godwit.format;

import java.util.Objects;

/**
 * The canonical hashes of a migration, each {@code v1:} and 64 hexadecimal digits.
 *
 * @param up of what it does; an applied migration must keep it
 * @param down of how it is taken back and judged; it may change after the fact
 */
public record Hashes(String up, String down) {

    public Hashes {
        Objects.requireNonNull(up, "up");
        Objects.requireNonNull(down, "down");
    }
}
