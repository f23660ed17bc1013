package io.godwit.history;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What the history tells in numbers. Immutable.
 *
 * @param oldest when the oldest entry was written, in UTC; empty if there is none
 * @param newest when the newest was
 * @param runs how many runs wrote something
 * @param done how many migrations were applied, skipped or taken back, ever
 * @param failed how many failed
 * @param cancelled how many were cancelled
 * @param denied how much was denied by the host's authorizer
 * @param failures how many failed of each kind, by the kinds' names
 * @param plugins in order of their ids
 * @param backups of those that were taken
 */
public record Statistics(
        String oldest,
        String newest,
        long runs,
        long done,
        long failed,
        long cancelled,
        long denied,
        Map<String, Long> failures,
        List<PluginStatistics> plugins,
        BackupSizes backups) {

    public Statistics {
        failures = Map.copyOf(failures);
        plugins = List.copyOf(plugins);
    }

    /** How many of 100 migrations that began were done; empty if none began. */
    public OptionalInt successPercent() {
        long begun = done + failed + cancelled;
        return begun == 0 ? OptionalInt.empty() : OptionalInt.of((int) (done * 100 / begun));
    }
}
