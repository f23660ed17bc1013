package io.godwit.cli;

import io.godwit.Godwit;
import io.godwit.PluginStatus;
import io.godwit.Status;
import io.godwit.history.AuditVerdict;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Shows what is applied and what is pending. */
@Command(name = "status", description = "Shows what is applied and what is pending, plugin by plugin.")
final class StatusCommand implements Callable<Integer> {

    @ParentCommand
    private GodwitCommand parent;

    @Override
    public Integer call() {
        parent.options().refusePlanFormats();
        Godwit godwit = parent.host().reading().build();
        Status status = godwit.status();
        AuditVerdict verdict = godwit.verifyAudit();
        if (parent.options().json()) {
            List<Json> plugins =
                    status.plugins().stream().map(StatusCommand::json).toList();
            parent.terminal()
                    .out()
                    .print(new Json()
                            .with("engine", status.engine())
                            .with("plugins", plugins)
                            .with("damages", AuditVerdictOutput.json(verdict.damages())));
        } else {
            new StatusText(parent.terminal()).print(status);
            new AuditVerdictOutput(parent.terminal(), parent.options()).warn(verdict);
        }
        return (verdict.intact() ? ExitCode.DONE : ExitCode.REPAIR).number();
    }

    private static Json json(PluginStatus plugin) {
        return new Json()
                .with("pluginId", plugin.pluginId())
                .with("version", plugin.version())
                .with("applied", plugin.applied())
                .with("pending", plugin.pending())
                .with("partial", plugin.partial())
                .with("unknown", plugin.unknown())
                .with("orphaned", plugin.orphaned());
    }
}
