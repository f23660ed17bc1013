package io.godwit.plan;

import java.util.Locale;

/** Which way a migration goes. */
public enum Direction {
    UP,
    DOWN;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
