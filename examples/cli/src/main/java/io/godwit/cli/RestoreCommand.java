package io.godwit.cli;

import io.godwit.Godwit;
import io.godwit.engine.RestorePlan;
import io.godwit.engine.RestoreReport;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Brings back what a backup holds. */
@Command(
        name = "restore",
        description = {
            "Makes the tables of a backup what they were, with the plugin's views and what the history said of it.",
            "--dry-run shows what would go and what would come back. Exit code 6: something stands against it, by name."
        })
final class RestoreCommand implements Callable<Integer> {

    @ParentCommand
    private GodwitCommand parent;

    @Mixin
    private final RunOptions run = new RunOptions();

    @Parameters(paramLabel = "NAME", description = "The backup's name; backup --list shows them.")
    private String name;

    @Override
    public Integer call() {
        parent.options().refusePlanFormats();
        RunOutput output = new RunOutput(parent.terminal(), parent.options());
        Godwit godwit =
                run.configure(parent.host().keepingBackups().on(), output).build();
        if (run.dry()) {
            RestorePlan plan = godwit.planRestore(name);
            print(plan, plan.obstacles().isEmpty() ? "planned" : "refused");
            return (plan.obstacles().isEmpty() ? ExitCode.DONE : ExitCode.REFUSED).number();
        }
        RestoreReport report = godwit.restore(name);
        print(report.plan(), "restored");
        return ExitCode.DONE.number();
    }

    private void print(RestorePlan plan, String outcome) {
        if (parent.options().json()) {
            parent.terminal().out().print(json(plan, outcome));
        } else if (!parent.options().quiet()) {
            plan.lines().forEach(parent.terminal().out()::println);
            if (outcome.equals("restored")) {
                parent.terminal()
                        .out()
                        .println(parent.terminal().good("✓ ")
                                + Count.of(plan.tables().size(), "table") + ", " + Count.of(plan.rows(), "row")
                                + ": restored and compared with the backup.");
            }
        }
    }

    private static Json json(RestorePlan plan, String outcome) {
        List<Json> tables = plan.tables().stream()
                .map(table -> new Json()
                        .with("table", table.name().toString())
                        .with("rows", table.rows())
                        .with("there", table.there())
                        .with("rowsNow", table.rowsNow()))
                .toList();
        return new Json()
                .with("outcome", outcome)
                .with("backup", plan.backup())
                .with("pluginId", plan.pluginId())
                .with("version", plan.version())
                .with("createdAt", plan.createdAt())
                .with("tables", tables)
                .with("dropped", plan.dropped())
                .with("objects", plan.objects())
                .with("forgotten", plan.forgotten())
                .with("remembered", plan.remembered())
                .with("obstacles", plan.obstacles());
    }
}
