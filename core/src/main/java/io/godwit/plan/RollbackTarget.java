package io.godwit.plan;

import io.godwit.migration.Version;

/** How far to go back. */
public sealed interface RollbackTarget {

    /** All that is applied of the plugin. */
    record Everything() implements RollbackTarget {}

    /**
     * Everything of a later version.
     *
     * @param version stays applied
     */
    record ToVersion(Version version) implements RollbackTarget {}

    /**
     * Everything of the plugin that was applied after one migration.
     *
     * @param id stays applied
     */
    record ToMigration(String id) implements RollbackTarget {}

    /**
     * The migrations that were applied last.
     *
     * @param count how many, at least 1; more than there are means all
     */
    record Steps(int count) implements RollbackTarget {
        public Steps {
            if (count < 1) {
                throw new IllegalArgumentException("at least one migration is rolled back");
            }
        }
    }

    static RollbackTarget everything() {
        return new Everything();
    }

    static RollbackTarget toVersion(String version) {
        return new ToVersion(Version.parse(version));
    }

    static RollbackTarget toMigration(String id) {
        return new ToMigration(id);
    }

    static RollbackTarget steps(int count) {
        return new Steps(count);
    }
}
