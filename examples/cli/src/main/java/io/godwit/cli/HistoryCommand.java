package io.godwit.cli;

import io.godwit.history.AuditEntry;
import java.util.List;
import java.util.Locale;
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
        List<AuditEntry> entries = parent.host().reading().build().history();
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
        Terminal terminal = parent.terminal();
        TextTable table = new TextTable("SEQ", "AT", "WHAT", "MIGRATION", "ACTOR");
        for (AuditEntry entry : entries) {
            table.row(
                    entry.sequence(),
                    entry.at().replaceFirst("T", " ").replaceFirst("\\.\\d+Z$", "Z"),
                    entry.action() + (failed(entry) ? " " + entry.outcome().toUpperCase(Locale.ROOT) : ""),
                    entry.migrationId(),
                    entry.actor());
        }
        List<String> lines = table.lines();
        terminal.out().println(terminal.bold(lines.get(0)));
        for (int i = 0; i < entries.size(); i++) {
            AuditEntry entry = entries.get(i);
            terminal.out().println(failed(entry) ? terminal.bad(lines.get(i + 1)) : lines.get(i + 1));
            if (failed(entry) || !entry.action().equals("apply")) {
                entry.words()
                        .lines()
                        .findFirst()
                        .ifPresent(detail -> terminal.out().println("     " + detail));
            }
        }
    }

    private static boolean failed(AuditEntry entry) {
        return !entry.outcome().equals("done");
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
                .with("planHash", entry.planHash())
                .with("detail", entry.words());
    }
}
