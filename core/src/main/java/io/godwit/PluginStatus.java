package io.godwit;

import java.util.List;

/**
 * How far one plugin is. Immutable.
 *
 * @param pluginId the plugin
 * @param version the highest version that something is wholly applied of; empty if nothing is
 * @param applied ids of what is applied, in the order in which it was
 * @param pending ids of what is given and not applied, by version
 * @param partial ids of what is applied in part and waits to go on; they are in no other list
 * @param unknown ids of what is applied and not given any more, as after a host went back to an older release
 * @param orphaned ids of what was kept when the plugin was uninstalled
 */
public record PluginStatus(
        String pluginId,
        String version,
        List<String> applied,
        List<String> pending,
        List<String> partial,
        List<String> unknown,
        List<String> orphaned) {

    public PluginStatus {
        applied = List.copyOf(applied);
        pending = List.copyOf(pending);
        partial = List.copyOf(partial);
        unknown = List.copyOf(unknown);
        orphaned = List.copyOf(orphaned);
    }
}
