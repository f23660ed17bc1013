package io.godwit.plan;

import io.godwit.migration.Dependency;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a migration's dependencies or conflicts, with what it speaks of.
 *
 * @param asking the place of the migration that has the entry
 * @param written the entry
 * @param migration the place of the migration that it names; -1 if it names none
 * @param line the plugin that it names; null if it names none
 * @param range the numbers of the plugin's versions that it speaks of
 */
record Requirement(
        int asking,
        Dependency written,
        int migration,
        @Nullable PluginLine line,
        BitSet range) {

    boolean ambiguous() {
        return migration >= 0 && line != null;
    }

    /** Whether there is no such thing; a range speaks of a plugin's versions, never of a migration. */
    boolean unknown() {
        return line == null && (migration < 0 || written.versions() != null);
    }

    /** Whether a version that is wholly applied meets it; none is for -1. */
    boolean has(int version) {
        return version >= 0 && range.get(version);
    }
}
