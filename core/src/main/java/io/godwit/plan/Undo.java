package io.godwit.plan;

import java.util.Locale;

/** How well something can be taken back; later constants are worse. */
public enum Undo {
    /** The schema and the rows come back as they were. */
    EXACT,
    /** The schema comes back; rows or values are gone. */
    LOSSY,
    /** There is no way back that Godwit knows. */
    NONE;

    public Undo worse(Undo other) {
        return compareTo(other) >= 0 ? this : other;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
