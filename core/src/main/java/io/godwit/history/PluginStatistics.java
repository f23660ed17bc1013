package io.godwit.history;

import java.util.OptionalLong;

/**
 * What the history tells of one plugin's migrations. Immutable.
 *
 * @param pluginId the plugin
 * @param applied how many are applied now
 * @param durations how long these took
 * @param rows how many rows they changed, as far as somebody counted
 * @param rowsMillis how long those took that changed rows
 */
public record PluginStatistics(String pluginId, long applied, Durations durations, long rows, long rowsMillis) {

    /** Rows a second, as far as rows were counted; empty if none were. */
    public OptionalLong rowsPerSecond() {
        return rows == 0 ? OptionalLong.empty() : OptionalLong.of(rows * 1000 / Math.max(1, rowsMillis));
    }
}
