package io.godwit.failure;

import java.util.Objects;

/**
 * One thing that an engine cannot do as asked.
 *
 * @param engine the engine's name, such as {@code sqlite}
 * @param construct what was asked for: an operation, a function, a type
 * @param reason why the engine cannot do it
 * @param alternative what to write instead
 */
public record Unsupported(String engine, String construct, String reason, String alternative) {

    public Unsupported {
        Objects.requireNonNull(engine, "engine");
        Objects.requireNonNull(construct, "construct");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(alternative, "alternative");
    }

    @Override
    public String toString() {
        return engine + " cannot do " + construct + ": " + reason + ". Instead: " + alternative + ".";
    }
}
