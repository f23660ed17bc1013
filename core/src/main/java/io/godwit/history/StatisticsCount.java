package io.godwit.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts what stands in the history. For one use. */
public final class StatisticsCount {

    /** How the last line of a failure's words begins, which names its kind. */
    public static final String KIND = "kind: ";

    private static final Set<String> OF_MIGRATIONS = Set.of("apply", "skip", "rollback", "keep", "adopt");
    private static final Set<String> OF_BACKUPS = Set.of("backup", "archive");
    private static final Pattern ROWS = Pattern.compile("(\\d{1,18}) rows?");
    private static final Pattern BYTES = Pattern.compile("(\\d{1,18}) bytes?,");

    private final Map<String, Long> outcomes = new HashMap<>();
    private final Map<String, Long> failures = new TreeMap<>();
    private final Map<String, Long> rows = new HashMap<>();
    private final Set<String> runs = new HashSet<>();
    private BackupSizes backups = new BackupSizes(0, 0, 0);

    private StatisticsCount() {}

    /** Of a trail from its beginning, and what is applied now. */
    public static Statistics of(List<AuditEntry> entries, History history) {
        StatisticsCount count = new StatisticsCount();
        entries.forEach(count::count);
        return count.statistics(entries, history);
    }

    private Statistics statistics(List<AuditEntry> entries, History history) {
        int last = entries.size() - 1;
        return new Statistics(
                last < 0 ? "" : entries.get(0).at(),
                last < 0 ? "" : entries.get(last).at(),
                runs.size(),
                outcome("done"),
                outcome("failed"),
                outcome("cancelled"),
                outcome("denied"),
                failures,
                plugins(history),
                backups);
    }

    private long outcome(String outcome) {
        return outcomes.getOrDefault(outcome, 0L);
    }

    private void count(AuditEntry entry) {
        runs.add(entry.runId());
        if (entry.outcome().equals("denied") || OF_MIGRATIONS.contains(entry.action())) {
            outcomes.merge(entry.outcome(), 1L, Long::sum);
        }
        if (entry.outcome().equals("failed")) {
            failures.merge(kind(entry), 1L, Long::sum);
        } else if (entry.isDone() && OF_BACKUPS.contains(entry.action())) {
            backups = backups.and(number(BYTES, entry.words()));
        } else if (entry.isDone() && entry.action().equals("apply")) {
            rows.put(entry.migrationId(), number(ROWS, entry.words()));
        }
    }

    private static String kind(AuditEntry entry) {
        String words = entry.words();
        int start = words.lastIndexOf("\n" + KIND);
        return start < 0 ? "unknown" : words.substring(start + 1 + KIND.length());
    }

    private static long number(Pattern pattern, String words) {
        Matcher matcher = pattern.matcher(words);
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }

    private List<PluginStatistics> plugins(History history) {
        Map<String, List<AppliedMigration>> byPlugin = new TreeMap<>();
        for (AppliedMigration applied : history.applied()) {
            byPlugin.computeIfAbsent(applied.pluginId(), id -> new ArrayList<>())
                    .add(applied);
        }
        return byPlugin.entrySet().stream()
                .map(plugin -> plugin(plugin.getKey(), plugin.getValue()))
                .toList();
    }

    private PluginStatistics plugin(String id, List<AppliedMigration> applied) {
        List<AppliedMigration> counted = applied.stream()
                .filter(migration -> rows.getOrDefault(migration.migrationId(), 0L) > 0)
                .toList();
        return new PluginStatistics(
                id,
                applied.size(),
                Durations.of(
                        applied.stream().map(AppliedMigration::durationMillis).toList()),
                counted.stream()
                        .mapToLong(migration -> rows.getOrDefault(migration.migrationId(), 0L))
                        .sum(),
                counted.stream().mapToLong(AppliedMigration::durationMillis).sum());
    }
}
