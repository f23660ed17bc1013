package io.godwit.compare;

import io.godwit.history.AppliedMigration;
import io.godwit.history.MigrationState;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A migration that is recorded on one side or on both. Immutable.
 *
 * @param pluginId its plugin
 * @param migrationId its id
 * @param here as it is recorded here; null if it is not
 * @param there as it is recorded there; null if it is not
 */
public record ComparedMigration(
        String pluginId,
        String migrationId,
        @Nullable Recorded here,
        @Nullable Recorded there) {

    /**
     * What one history says of it. Immutable.
     *
     * @param version the plugin's version with it
     * @param state how far it got
     * @param upHash hash of what it did
     * @param downHash hash of how it is taken back
     */
    public record Recorded(String version, MigrationState state, String upHash, String downHash) {

        static Recorded of(AppliedMigration migration) {
            return new Recorded(
                    migration.version().toString(), migration.state(), migration.upHash(), migration.downHash());
        }

        /** Whether nothing of it is left to do, or to take away. */
        public boolean isWhole() {
            return state == MigrationState.APPLIED || state == MigrationState.SKIPPED;
        }
    }

    /** How the two records of a migration stand to each other. */
    public enum Standing {
        SAME("the same"),
        ONLY_HERE("only here"),
        ONLY_THERE("only there"),
        /** At least one of the two is half applied, or what is left of a plugin that was taken out. */
        NOT_WHOLE("not whole"),
        OTHER_CONTENT("another content"),
        OTHER_WAY_BACK("another way back"),
        OTHER_VERSION("another version");

        private final String words;

        Standing(String words) {
            this.words = words;
        }

        /** For people. */
        public String words() {
            return words;
        }
    }

    /** What is most wrong of it. */
    public Standing standing() {
        Recorded one = here;
        Recorded other = there;
        if (one == null || other == null) {
            return one == null ? Standing.ONLY_THERE : Standing.ONLY_HERE;
        }
        if (!one.upHash().equals(other.upHash())) {
            return Standing.OTHER_CONTENT;
        }
        if (!one.version().equals(other.version())) {
            return Standing.OTHER_VERSION;
        }
        if (one.isWhole() != other.isWhole() || (!one.isWhole() && one.state() != other.state())) {
            return Standing.NOT_WHOLE;
        }
        return one.downHash().equals(other.downHash()) ? Standing.SAME : Standing.OTHER_WAY_BACK;
    }

    /** Whether some side has half of it. */
    public boolean isPartial() {
        return isPartial(here) || isPartial(there);
    }

    private static boolean isPartial(@Nullable Recorded recorded) {
        return recorded != null && Objects.equals(recorded.state(), MigrationState.PARTIAL);
    }
}
