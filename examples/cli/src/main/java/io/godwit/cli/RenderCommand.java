package io.godwit.cli;

import io.godwit.Godwit;
import io.godwit.OfflineBuilder;
import io.godwit.failure.UnknownEngineException;
import io.godwit.format.PluginSource;
import io.godwit.plan.Plan;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Renders for an engine, without a database. */
@Command(
        name = "render",
        description = "Writes the SQL for an engine, without a database: as if from an empty one.",
        footer = {
            "",
            "With --engine all, an engine that refuses says why, the others are shown, and the exit code is 6."
        })
final class RenderCommand implements Callable<Integer> {

    private static final String ALL = "all";

    @ParentCommand
    private GodwitCommand parent;

    @Option(
            names = "--engine",
            required = true,
            paramLabel = "NAME[:VERSION]",
            description = "Such as sqlite or postgresql:17; all for every engine, side by side.")
    private String engine;

    @Option(names = "--plugin", paramLabel = "ID", description = "Only this plugin, with what it depends on.")
    private @Nullable String plugin;

    @Option(names = "--down", description = "The way back instead, the last migration first.")
    private boolean down;

    @Override
    public Integer call() {
        PluginSource source = parent.host().checkedPlugins();
        if (engine.equalsIgnoreCase(ALL)) {
            EnginesOutput engines = new EnginesOutput(parent.terminal(), parent.options());
            Godwit.engines().forEach(name -> engines.add(name, () -> plan(source, name)));
            return engines.print();
        }
        Plan plan = plan(source, engine);
        if (parent.options().planFormat() == OutputFormat.TEXT) {
            parent.terminal().out().print(plan.toSql());
        } else {
            new PlanOutput(parent.terminal(), parent.options()).print(plan);
        }
        return ExitCode.DONE.number();
    }

    private Plan plan(PluginSource source, String name) {
        OfflineBuilder builder = Godwit.offline(name).plugins(source);
        if (plugin != null) {
            builder.plugin(plugin);
        }
        try {
            return down ? builder.planDown() : builder.planUp();
        } catch (UnknownEngineException e) {
            throw new UsageException(e.getMessage());
        }
    }
}
