package io.godwit.cli;

import io.godwit.Godwit;
import io.godwit.plan.RollbackTarget;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Takes a plugin back. */
@Command(name = "rollback", description = "Takes a plugin back, the last applied migration first.")
final class RollbackCommand implements Callable<Integer>, RunsPlans {

    @ParentCommand
    private GodwitCommand parent;

    @Mixin
    private final RunOptions run = new RunOptions();

    @Option(names = "--plugin", required = true, paramLabel = "ID", description = "The plugin.")
    private String plugin;

    @ArgGroup(multiplicity = "1")
    private Destination destination;

    /** How far back; one of these. */
    static final class Destination {

        @Option(names = "--to", paramLabel = "VERSION", description = "This version stays applied.")
        private @Nullable String version;

        @Option(names = "--to-migration", paramLabel = "ID", description = "This migration stays applied.")
        private @Nullable String migration;

        @Option(names = "--steps", paramLabel = "N", description = "So many migrations; more than there are means all.")
        private @Nullable Integer steps;

        RollbackTarget target() {
            try {
                if (version != null) {
                    return RollbackTarget.toVersion(version);
                }
                return migration != null
                        ? RollbackTarget.toMigration(migration)
                        : RollbackTarget.steps(steps == null ? 0 : steps);
            } catch (IllegalArgumentException e) {
                throw new UsageException(e.getMessage());
            }
        }
    }

    @Override
    public Integer call() {
        RollbackTarget target = destination.target();
        RunOutput output = new RunOutput(parent.terminal(), parent.options());
        Godwit godwit = run.configure(parent.host().reading(), output).build();
        return run.dry()
                ? output.print(godwit.planRollback(plugin, target))
                : output.print(godwit.rollback(plugin, target));
    }
}
