package io.godwit.cli;

import io.godwit.Godwit;
import io.godwit.plan.Plan;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Shows what migrate would do. */
@Command(
        name = "plan",
        description =
                "Shows what migrate would do: the order, the statements (--verbose), findings, and how each step is undone.")
final class PlanCommand implements Callable<Integer> {

    @ParentCommand
    private GodwitCommand parent;

    @Option(
            names = "--plugin",
            paramLabel = "ID[@VERSION]",
            converter = PluginVersion.Converter.class,
            description = "Only this plugin, with what it depends on.")
    private @Nullable PluginVersion plugin;

    @Option(
            names = "--check-data",
            description = "Asks the data too: NULLs, duplicates, orphans and values that would make a step fail.")
    private boolean checkData;

    @Override
    public Integer call() {
        Godwit godwit = parent.host().withPlugins().reading().build();
        Plan plan = UpgradePlan.of(godwit, plugin);
        new PlanOutput(parent.terminal(), parent.options()).print(checkData ? godwit.checkData(plan) : plan);
        return ExitCode.DONE.number();
    }
}
