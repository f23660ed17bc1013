package io.godwit.cli;

import io.godwit.Godwit;
import io.godwit.GodwitBuilder;
import io.godwit.engine.TransactionScope;
import io.godwit.plan.UpgradeTarget;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Applies what is pending. */
@Command(name = "migrate", description = "Applies what is pending; nothing to do is success.")
final class MigrateCommand implements Callable<Integer>, RunsPlans {

    @ParentCommand
    private GodwitCommand parent;

    @Mixin
    private final RunOptions run = new RunOptions();

    @Option(
            names = "--plugin",
            paramLabel = "ID[@VERSION]",
            converter = PluginVersion.Converter.class,
            description = "Only this plugin, with what it depends on.")
    private @Nullable PluginVersion plugin;

    @Option(
            names = "--single-transaction",
            description = "All migrations in one transaction: all are applied, or none.")
    private boolean singleTransaction;

    @Override
    public Integer call() {
        Host host = parent.host().withPlugins();
        RunOutput output = new RunOutput(parent.terminal(), parent.options());
        GodwitBuilder builder = run.configure(run.dry() ? host.reading() : host.on(), output);
        if (singleTransaction) {
            builder.transactions(TransactionScope.RUN);
        }
        Godwit godwit = builder.build();
        if (run.dry()) {
            return output.print(UpgradePlan.of(godwit, plugin));
        }
        return output.print(godwit.migrate(plugin == null ? UpgradeTarget.ALL : plugin.target()));
    }
}
