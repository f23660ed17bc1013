package io.godwit.cli;

import io.godwit.engine.ProgressListener;
import io.godwit.engine.Report;
import io.godwit.failure.GodwitException;
import io.godwit.plan.Plan;

/** What a run, or its plan, says: in words while it goes and when it ends, or in one JSON document at the end. */
record RunOutput(Terminal terminal, GlobalOptions options) {

    ProgressListener listener() {
        boolean silent = options.quiet() || options.json();
        return silent ? ProgressListener.SILENT : new TerminalProgress(terminal, options.verbose());
    }

    /** The plan that a dry run shows. */
    int print(Plan plan) {
        new PlanOutput(terminal, options).print(plan);
        return ExitCode.DONE.number();
    }

    int print(Report report) {
        if (options.json()) {
            terminal.out().print(RunJson.of(report));
        } else {
            new ReportText(terminal, options).print(report);
        }
        GodwitException failure = report.failure();
        return (failure == null ? ExitCode.DONE : ExitCode.of(failure)).number();
    }
}
