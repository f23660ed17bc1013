package io.godwit.archive.build;

import java.util.Locale;
import java.util.Objects;

/**
 * What became of rendering on one version of an engine. Immutable.
 *
 * @param engine the engine's name
 * @param version such as {@code 8.0.13}
 * @param result whether it is rendered
 * @param claimed whether it is meant for this engine
 * @param reason why it is not rendered, or what of it does not run there; empty for nothing
 */
public record BuildCell(String engine, String version, Result result, boolean claimed, String reason) {

    /** Whether it is rendered. */
    public enum Result {
        /** All of it has its SQL there. */
        OK,
        /** It would be refused there. */
        REFUSED,
        /** It was not tried, because what it needs is not there. */
        UNRESOLVED;

        /** As JSON says it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public BuildCell {
        Objects.requireNonNull(engine, "engine");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(result, "result");
        Objects.requireNonNull(reason, "reason");
    }

    BuildCell claimed(boolean other) {
        return new BuildCell(engine, version, result, other, reason);
    }

    /** Whether it is meant for this engine and refused there. */
    boolean disappoints() {
        return claimed && result == Result.REFUSED;
    }
}
