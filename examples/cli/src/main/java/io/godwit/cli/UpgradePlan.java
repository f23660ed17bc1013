package io.godwit.cli;

import io.godwit.Godwit;
import io.godwit.migration.Version;
import io.godwit.plan.Plan;
import org.jspecify.annotations.Nullable;

/** The plan that options ask for. */
final class UpgradePlan {

    private UpgradePlan() {}

    static Plan of(Godwit godwit, @Nullable PluginVersion plugin) {
        if (plugin == null) {
            return godwit.planAll();
        }
        Version version = plugin.version();
        return version == null
                ? godwit.planUpgrade(plugin.pluginId())
                : godwit.planUpgrade(plugin.pluginId(), version.toString());
    }
}
