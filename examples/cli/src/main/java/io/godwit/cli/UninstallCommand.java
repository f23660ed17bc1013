package io.godwit.cli;

import io.godwit.Godwit;
import io.godwit.plan.UninstallMode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Takes a plugin out. */
@Command(
        name = "uninstall",
        description = "Takes a plugin out, also when its files are gone; --dry-run shows what would go.")
final class UninstallCommand implements Callable<Integer>, RunsPlans {

    @ParentCommand
    private GodwitCommand parent;

    @Mixin
    private final RunOptions run = new RunOptions();

    @Option(names = "--plugin", required = true, paramLabel = "ID", description = "The plugin.")
    private String plugin;

    @Option(
            names = "--mode",
            required = true,
            paramLabel = "MODE",
            description = "drop: what it made goes, with its rows. keep: what it made stays, and it is adopted when the"
                    + " plugin is installed again. archive: its rows go into --backups, then it is dropped.")
    private UninstallMode mode;

    @Override
    public Integer call() {
        RunOutput output = new RunOutput(parent.terminal(), parent.options());
        Host host = parent.host();
        if (mode == UninstallMode.ARCHIVE && !run.dry()) {
            host.withBackups();
        }
        Godwit godwit = run.configure(host.reading(), output).build();
        return run.dry()
                ? output.print(godwit.planUninstall(plugin, mode))
                : output.print(godwit.uninstall(plugin, mode));
    }
}
