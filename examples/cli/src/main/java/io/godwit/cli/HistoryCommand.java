package io.godwit.cli;

import io.godwit.history.AuditEntry;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Shows what ran. */
@Command(name = "history", description = "Shows all that was ever done here, the oldest first.")
final class HistoryCommand implements Callable<Integer> {

    @ParentCommand
    private GodwitCommand parent;

    @Override
    public Integer call() {
        parent.options().refusePlanFormats();
        List<AuditEntry> entries = parent.host().on().build().history();
        if (parent.options().json()) {
            List<Json> all = entries.stream().map(HistoryCommand::json).toList();
            parent.terminal().out().print(new Json().with("entries", all));
        } else {
            print(entries);
        }
        return ExitCode.DONE.number();
    }

    private void print(List<AuditEntry> entries) {
        if (entries.isEmpty()) {
            parent.terminal().out().println("Nothing was ever done here.");
            return;
        }
        TextTable table = new TextTable("SEQ", "AT", "ACTOR", "ACTION", "PLUGIN", "MIGRATION", "OUTCOME", "DETAIL");
        for (AuditEntry entry : entries) {
            String detail = entry.detail().lines().findFirst().orElse("");
            table.row(
                    entry.sequence(),
                    entry.at(),
                    entry.actor(),
                    entry.action(),
                    entry.pluginId(),
                    entry.migrationId(),
                    entry.outcome(),
                    detail);
        }
        List<String> lines = table.lines();
        parent.terminal().out().println(parent.terminal().bold(lines.get(0)));
        lines.stream().skip(1).forEach(parent.terminal().out()::println);
    }

    private static Json json(AuditEntry entry) {
        return new Json()
                .with("seq", entry.sequence())
                .with("at", entry.at())
                .with("actor", entry.actor())
                .with("action", entry.action())
                .with("pluginId", entry.pluginId())
                .with("migrationId", entry.migrationId())
                .with("runId", entry.runId())
                .with("outcome", entry.outcome())
                .with("detail", entry.detail());
    }
}
