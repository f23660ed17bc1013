package io.godwit.cli;

import io.godwit.engine.RepairAction;
import io.godwit.engine.RepairOption;
import io.godwit.engine.RepairPlan;
import io.godwit.engine.RepairReport;
import io.godwit.failure.GodwitException;
import java.util.List;

/** What there is to repair and what was repaired, in words or in one JSON document. */
record RepairOutput(Terminal terminal, GlobalOptions options) {

    /** What a dry run shows. */
    int print(RepairPlan plan) {
        if (options.json()) {
            terminal.out().print(json(List.of(), plan));
        } else {
            tell(plan);
        }
        return code(plan);
    }

    int print(RepairReport report) {
        GodwitException failure = report.failure();
        if (options.json()) {
            Json json = json(report.done(), report.left());
            terminal.out()
                    .print(
                            failure == null
                                    ? json
                                    : json.with(
                                            "error",
                                            FailureJson.of(
                                                    failure, Secrets.mask(String.valueOf(failure.getMessage())))));
        } else {
            report.done().forEach(words -> terminal.out().println("repaired: " + words));
            tell(report);
        }
        return failure == null ? code(report.left()) : ExitCode.of(failure).number();
    }

    private void tell(RepairReport report) {
        GodwitException failure = report.failure();
        if (failure != null) {
            terminal.out().flush();
            terminal.error().println(terminal.bad("error: ") + Secrets.mask(String.valueOf(failure.getMessage())));
        } else if (!report.left().isEmpty() || report.done().isEmpty()) {
            tell(report.left());
        }
    }

    private void tell(RepairPlan plan) {
        if (plan.isEmpty()) {
            terminal.out().println("Nothing to repair.");
            return;
        }
        for (RepairAction action : plan.actions()) {
            terminal.out()
                    .println(terminal.bad(action.kind().toString()) + "  " + terminal.bold(action.migrationId())
                            + (action.stepId().isEmpty() ? "" : ", step " + action.stepId())
                            + (action.since().isEmpty() ? "" : terminal.dim("  since " + action.since())));
            terminal.out().println("  " + action.problem());
            if (!action.statement().isEmpty()) {
                terminal.out().println("  statement: " + Secrets.mask(action.statement()));
            }
            for (RepairOption option : action.options()) {
                terminal.out().println("  " + action.command(option.way()));
                terminal.out().println(terminal.dim("      " + option.effect()));
            }
        }
    }

    private static int code(RepairPlan plan) {
        return (plan.isEmpty() ? ExitCode.DONE : ExitCode.REPAIR).number();
    }

    private static Json json(List<String> done, RepairPlan left) {
        String outcome = left.isEmpty() ? (done.isEmpty() ? "nothing-to-do" : "repaired") : "repair-needed";
        return new Json()
                .with("engine", left.engine())
                .with("outcome", outcome)
                .with("done", done)
                .with("actions", left.actions().stream().map(RepairOutput::json).toList());
    }

    private static Json json(RepairAction action) {
        return new Json()
                .with("kind", action.kind().toString())
                .with("pluginId", action.pluginId())
                .with("migrationId", action.migrationId())
                .with("stepId", action.stepId())
                .with("since", action.since())
                .with("statement", Secrets.mask(action.statement()))
                .with("problem", action.problem())
                .with(
                        "options",
                        action.options().stream()
                                .map(option -> new Json()
                                        .with("way", option.way().toString())
                                        .with("command", action.command(option.way()))
                                        .with("effect", option.effect()))
                                .toList());
    }
}
