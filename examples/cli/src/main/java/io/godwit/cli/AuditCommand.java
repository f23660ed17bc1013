package io.godwit.cli;

import io.godwit.Godwit;
import io.godwit.history.AuditEntry;
import io.godwit.history.AuditHead;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Shows who did what, with what proves it; or checks that it still does. */
@Command(
        name = "audit",
        description = {
            "Shows who did what, the oldest first, with the hashes that prove it.",
            "--verify follows the chain of hashes, and holds the history's rows against it."
        })
final class AuditCommand implements Callable<Integer> {

    private static final int SHOWN_DIGITS = 12;

    @ParentCommand
    private GodwitCommand parent;

    @Option(
            names = "--verify",
            description = "Checks the trail, and the rows that it tells of; exit code 5 if one is damaged.")
    private boolean verify;

    @Option(
            names = "--head",
            paramLabel = "FILE",
            description = "Writes the head of the trail there, to be kept elsewhere; with --verify, compares with it.")
    private @Nullable Path head;

    @Override
    public Integer call() {
        parent.options().refusePlanFormats();
        HeadFile file = head == null ? null : new HeadFile(head);
        AuditHead exported = verify && file != null ? file.read() : null;
        Godwit godwit = parent.host().reading().build();
        if (verify) {
            return new AuditVerdictOutput(parent.terminal(), parent.options())
                    .print(exported == null ? godwit.verifyAudit() : godwit.verifyAudit(exported));
        }
        if (file != null) {
            AuditHead now = godwit.audit();
            file.write(now);
            parent.terminal().error().println("wrote the head, entry " + now.sequence() + ", to " + head);
        }
        print(godwit.history());
        return ExitCode.DONE.number();
    }

    private void print(List<AuditEntry> entries) {
        Terminal terminal = parent.terminal();
        if (parent.options().json()) {
            terminal.out()
                    .print(new Json()
                            .with(
                                    "entries",
                                    entries.stream().map(AuditCommand::json).toList()));
            return;
        }
        if (entries.isEmpty()) {
            terminal.out().println("Nothing was ever done here.");
            return;
        }
        TextTable table = new TextTable("SEQ", "AT", "ACTOR", "ACTION", "OUTCOME", "OF", "PLAN", "HASH");
        for (AuditEntry entry : entries) {
            table.row(
                    entry.sequence(),
                    entry.at(),
                    terminal.plain(entry.actor()),
                    entry.action(),
                    entry.outcome(),
                    entry.migrationId().isEmpty() ? entry.pluginId() : entry.migrationId(),
                    shown(entry.planHash()),
                    shown(entry.hash()));
        }
        List<String> lines = table.lines();
        terminal.out().println(terminal.bold(lines.get(0)));
        lines.subList(1, lines.size()).forEach(terminal.out()::println);
    }

    private static String shown(String hash) {
        return hash.substring(0, Math.min(SHOWN_DIGITS, hash.length()));
    }

    private static Json json(AuditEntry entry) {
        return new Json()
                .with("seq", entry.sequence())
                .with("at", entry.at())
                .with("actor", entry.actor())
                .with("action", entry.action())
                .with("outcome", entry.outcome())
                .with("pluginId", entry.pluginId())
                .with("migrationId", entry.migrationId())
                .with("runId", entry.runId())
                .with("planHash", entry.planHash())
                .with("detail", entry.words())
                .with("previousHash", entry.previousHash())
                .with("hash", entry.hash());
    }
}
