package io.godwit.cli;

import io.godwit.Godwit;
import io.godwit.GodwitBuilder;
import io.godwit.Rehearsal;
import io.godwit.engine.Outcome;
import io.godwit.engine.Report;
import io.godwit.engine.TransactionScope;
import io.godwit.failure.PlanRefusedException;
import io.godwit.plan.UpgradeTarget;
import io.godwit.plan.risk.RiskPolicy;
import java.util.List;
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

    @Option(
            names = "--accept",
            paramLabel = "RULE",
            split = ",",
            description = "A risk that may be taken, by its rule, such as drop-table; again for each further one.")
    private List<String> accepted = List.of();

    @Option(
            names = "--rehearse",
            description = "First up, down and up again on a scratch database, which is removed afterwards; a rehearsal"
                    + " that fails refuses the run.")
    private boolean rehearse;

    @Option(
            names = "--continue-on-error",
            description = "Goes on with what does not depend on a migration that failed.")
    private boolean continueOnError;

    @Option(names = "--skip-backup", description = "Takes no backup before migrations that need one.")
    private boolean skipBackup;

    @Override
    public Integer call() {
        Host host = parent.host().withPlugins().keepingBackups();
        RunOutput output = new RunOutput(parent.terminal(), parent.options());
        GodwitBuilder builder = run.configure(run.dry() ? host.reading() : host.on(), output);
        if (singleTransaction && continueOnError) {
            throw new UsageException(
                    "--single-transaction takes everything back; --continue-on-error cannot go with it");
        }
        builder.continueOnError(continueOnError);
        if (singleTransaction) {
            builder.transactions(TransactionScope.RUN);
        }
        builder.risk(policy()).takeBackups(!skipBackup);
        Godwit godwit = builder.build();
        UpgradeTarget target = plugin == null ? UpgradeTarget.ALL : plugin.target();
        if (rehearse) {
            return rehearsed(godwit, target, output);
        }
        if (run.dry()) {
            return output.print(UpgradePlan.of(godwit, plugin));
        }
        Report report = godwit.migrate(target);
        if (report.outcome() == Outcome.NOTHING_TO_DO) {
            godwit.verifyAudit().require();
        }
        return printed(output, report);
    }

    private int printed(RunOutput output, Report report) {
        output.tellBackups(report, parent.host().backupsFolder());
        return output.print(report);
    }

    private int rehearsed(Godwit godwit, UpgradeTarget target, RunOutput output) {
        Rehearsal rehearsal = godwit.rehearse(target);
        if (run.dry()) {
            return output.print(rehearsal);
        }
        if (rehearsal.failed()) {
            throw new PlanRefusedException("The rehearsal failed. Nothing was changed but for its entry in the audit"
                    + " trail.\n" + rehearsal);
        }
        output.tell(rehearsal);
        Report report = godwit.migrate(target);
        output.tellBackups(report, parent.host().backupsFolder());
        return output.print(rehearsal, report);
    }

    private RiskPolicy policy() {
        try {
            return RiskPolicy.STANDARD.accepting(accepted);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--accept: " + e.getMessage());
        }
    }
}
