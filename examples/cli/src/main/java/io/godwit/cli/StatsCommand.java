package io.godwit.cli;

import io.godwit.history.Durations;
import io.godwit.history.PluginStatistics;
import io.godwit.history.Statistics;
import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Shows the history in numbers. */
@Command(name = "stats", description = "Shows the history in numbers: what succeeded, how long it took, how many rows.")
final class StatsCommand implements Callable<Integer> {

    @ParentCommand
    private GodwitCommand parent;

    @Override
    public Integer call() {
        parent.options().refusePlanFormats();
        Statistics statistics = parent.host().reading().build().statistics();
        if (parent.options().json()) {
            parent.terminal().out().print(json(statistics));
        } else {
            print(statistics);
        }
        return ExitCode.DONE.number();
    }

    private void print(Statistics statistics) {
        Terminal terminal = parent.terminal();
        PrintStream out = terminal.out();
        if (statistics.oldest().isEmpty()) {
            out.println("Nothing was ever done here.");
            return;
        }
        out.println("from " + statistics.oldest() + " to " + statistics.newest() + ", runs: " + statistics.runs());
        out.println("migrations: " + statistics.done() + " done, " + statistics.failed() + " failed, "
                + statistics.cancelled() + " cancelled, " + statistics.denied() + " denied"
                + (statistics.successPercent().isPresent()
                        ? "; " + statistics.successPercent().getAsInt() + " % done"
                        : ""));
        if (!statistics.failures().isEmpty()) {
            out.println("failures: "
                    + new TreeMap<>(statistics.failures())
                            .entrySet().stream()
                                    .map(kind -> terminal.plain(kind.getKey()) + " " + kind.getValue())
                                    .collect(Collectors.joining(", ")));
        }
        if (statistics.backups().count() > 0) {
            out.println("backups: " + statistics.backups().count() + ", "
                    + statistics.backups().bytes() + " bytes, the largest "
                    + statistics.backups().largest());
        }
        table(statistics).lines().forEach(out::println);
    }

    private static TextTable table(Statistics statistics) {
        TextTable table = new TextTable("PLUGIN", "APPLIED", "MIN MS", "MEDIAN", "P95", "MAX", "ROWS", "ROWS/S");
        for (PluginStatistics plugin : statistics.plugins()) {
            Durations durations = plugin.durations();
            table.row(
                    plugin.pluginId(),
                    plugin.applied(),
                    durations.least(),
                    durations.median(),
                    durations.p95(),
                    durations.most(),
                    plugin.rows() == 0 ? "" : plugin.rows(),
                    plugin.rowsPerSecond().isPresent() ? plugin.rowsPerSecond().getAsLong() : "");
        }
        return table;
    }

    private static Json json(Statistics statistics) {
        Json failures = new Json();
        for (Map.Entry<String, Long> kind : new TreeMap<>(statistics.failures()).entrySet()) {
            failures.with(kind.getKey(), kind.getValue());
        }
        return new Json()
                .with("oldest", statistics.oldest())
                .with("newest", statistics.newest())
                .with("runs", statistics.runs())
                .with("done", statistics.done())
                .with("failed", statistics.failed())
                .with("cancelled", statistics.cancelled())
                .with("denied", statistics.denied())
                .with(
                        "successPercent",
                        statistics.successPercent().isPresent()
                                ? statistics.successPercent().getAsInt()
                                : null)
                .with("failures", failures)
                .with(
                        "backups",
                        new Json()
                                .with("count", statistics.backups().count())
                                .with("bytes", statistics.backups().bytes())
                                .with("largest", statistics.backups().largest()))
                .with(
                        "plugins",
                        statistics.plugins().stream().map(StatsCommand::json).toList());
    }

    private static Json json(PluginStatistics plugin) {
        return new Json()
                .with("pluginId", plugin.pluginId())
                .with("applied", plugin.applied())
                .with(
                        "millis",
                        new Json()
                                .with("min", plugin.durations().least())
                                .with("median", plugin.durations().median())
                                .with("p95", plugin.durations().p95())
                                .with("max", plugin.durations().most()))
                .with("rows", plugin.rows())
                .with(
                        "rowsPerSecond",
                        plugin.rowsPerSecond().isPresent()
                                ? plugin.rowsPerSecond().getAsLong()
                                : null);
    }
}
