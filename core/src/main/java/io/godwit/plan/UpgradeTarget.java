package io.godwit.plan;

import io.godwit.migration.Version;
import org.jspecify.annotations.Nullable;

/**
 * How far to go.
 *
 * @param pluginId one plugin, with what it depends on; null for all
 * @param version the last version that is wanted of it; null for the newest
 */
public record UpgradeTarget(
        @Nullable String pluginId, @Nullable Version version) {

    /** All that is pending of every plugin. */
    public static final UpgradeTarget ALL = new UpgradeTarget(null, null);

    boolean wants(Node node) {
        return (pluginId == null || pluginId.equals(node.pluginId()))
                && (version == null || node.version().compareTo(version) <= 0);
    }
}
