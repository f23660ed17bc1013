package io.godwit.cli;

import io.godwit.engine.Cancellation;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command without a name: holds what all others share. */
@Command(
        name = "godwit",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = VersionText.class,
        usageHelpAutoWidth = true,
        sortOptions = false,
        description = "Runs portable migrations on a database, and takes them back.",
        footer = {
            "",
            "Exit codes: 0 done or nothing to do, 1 a migration failed, 2 wrong usage,",
            "3 invalid input, 4 the lock is held, 5 repair needed, 6 refused,",
            "7 cannot connect."
        },
        subcommands = {
            ValidateCommand.class,
            RenderCommand.class,
            PlanCommand.class,
            MigrateCommand.class,
            RollbackCommand.class,
            UninstallCommand.class,
            BackupCommand.class,
            StatusCommand.class,
            HealthCommand.class,
            HistoryCommand.class,
            AuditCommand.class,
            StatsCommand.class,
            ConflictsCommand.class,
            RepairCommand.class,
            RestoreCommand.class,
            ExportCommand.class,
            ImportCommand.class,
            ExpandCommand.class,
            DumpCommand.class,
            PackCommand.class,
            InspectCommand.class,
            VerifyCommand.class,
            ManifestCommand.class,
            InstallCommand.class,
            UnpackCommand.class,
            SqlPackageCommand.class,
            CompareCommand.class,
            LiquibaseCommand.class,
            ConvertCommand.class,
            AdoptCommand.class,
            NewCommand.class
        })
final class GodwitCommand implements Runnable {

    private final Terminal terminal;
    private final Host host;

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Spec
    private CommandSpec spec;

    GodwitCommand(Terminal terminal, Map<String, String> environment, Cancellation cancellation) {
        this.terminal = terminal;
        this.host = new Host(options, environment, terminal, cancellation);
    }

    GlobalOptions options() {
        return options;
    }

    Terminal terminal() {
        return terminal;
    }

    Host host() {
        return host;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "say what to do: validate, render, plan, migrate, rollback, uninstall, backup, status, health, history, audit, stats,"
                        + " conflicts, repair, restore, export, import, expand, liquibase, convert, adopt, dump, pack,"
                        + " inspect, verify, manifest, install, unpack, compare or new");
    }
}
