package io.godwit.plan;

import java.time.Duration;
import java.util.Locale;
import java.util.Objects;

/**
 * How long something is expected to take. Immutable.
 *
 * @param duration the time; never negative
 * @param basis where it comes from
 */
public record Estimate(Duration duration, Basis basis) {

    /** Where an estimate comes from; later constants are worth less. */
    public enum Basis {
        /** The author's {@code estimatedDuration}. */
        AUTHOR("as the author says"),
        /** What the migration took here on its way up. */
        HISTORY("as it took on its way up"),
        /** What a migration usually took here: the median of the history. */
        GUESS("a guess from this database's history"),
        /** A sum that leaves out migrations without an estimate. */
        PARTIAL("not counting migrations without an estimate");

        private final String words;

        Basis(String words) {
            this.words = words;
        }

        Basis worse(Basis other) {
            return compareTo(other) >= 0 ? this : other;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Estimate {
        Objects.requireNonNull(duration, "duration");
        Objects.requireNonNull(basis, "basis");
    }

    Estimate plus(Estimate other) {
        return new Estimate(duration.plus(other.duration), basis.worse(other.basis));
    }

    /** The time and where it comes from, such as {@code 1 min 30 s (as the author says)}. */
    @Override
    public String toString() {
        return time() + " (" + basis.words + ")";
    }

    private String time() {
        long millis = duration.toMillis();
        long seconds = duration.toSeconds();
        if (millis < 1_000) {
            return millis + " ms";
        } else if (seconds < 60) {
            long tenths = millis % 1_000 / 100;
            return seconds + (tenths == 0 ? "" : "." + tenths) + " s";
        } else if (seconds < 3_600) {
            return seconds / 60 + " min " + seconds % 60 + " s";
        }
        return seconds / 3_600 + " h " + seconds / 60 % 60 + " min";
    }
}
