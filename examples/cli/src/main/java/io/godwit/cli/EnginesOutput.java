package io.godwit.cli;

import io.godwit.failure.GodwitException;
import io.godwit.plan.MigrationPlan;
import io.godwit.plan.Plan;
import io.godwit.plan.StepPlan;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The same migrations for several engines, step by step side by side. For one thread. */
final class EnginesOutput {

    private final Terminal terminal;
    private final GlobalOptions options;
    private final Map<String, Plan> plans = new LinkedHashMap<>();
    private final Map<String, GodwitException> refusals = new LinkedHashMap<>();

    EnginesOutput(Terminal terminal, GlobalOptions options) {
        this.terminal = terminal;
        this.options = options;
    }

    void add(String engine, Supplier<Plan> rendering) {
        try {
            plans.put(engine, rendering.get());
        } catch (GodwitException e) {
            refusals.put(engine, e);
        }
    }

    int print() {
        if (options.json()) {
            terminal.out().print(json());
        } else {
            options.refusePlanFormats();
            text();
        }
        return (refusals.isEmpty() ? ExitCode.DONE : ExitCode.REFUSED).number();
    }

    private Json json() {
        Json engines = new Json();
        plans.forEach((engine, plan) -> engines.with(engine, new Json.Document(plan.toJson())));
        refusals.forEach((engine, refusal) -> engines.with(engine, new Json().with("refused", refusal.getMessage())));
        return new Json().with("engines", engines);
    }

    private void text() {
        refusals.forEach((engine, refusal) ->
                terminal.out().println(terminal.bold(engine) + " " + terminal.bad("refuses: ") + refusal.getMessage()));
        plans.values().stream().findFirst().ifPresent(first -> {
            for (MigrationPlan migration : first.migrations()) {
                terminal.out().println();
                terminal.out().println(terminal.bold("-- " + migration.id() + " (" + migration.direction() + ")"));
                plans.values().forEach(plan -> migration(plan, migration.id()));
            }
        });
    }

    private void migration(Plan plan, String id) {
        terminal.out().println("-- " + terminal.good(plan.engine() + " " + plan.version()));
        for (MigrationPlan migration : plan.migrations()) {
            if (migration.id().equals(id)) {
                migration.steps().forEach(this::step);
            }
        }
    }

    private void step(StepPlan step) {
        terminal.out().println(terminal.dim("--   step " + step.step().id()));
        step.statements()
                .forEach(statement -> (statement.sql() + ";")
                        .lines()
                        .forEach(line -> terminal.out().println("  " + line)));
    }
}
