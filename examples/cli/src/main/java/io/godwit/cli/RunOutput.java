package io.godwit.cli;

import io.godwit.Rehearsal;
import io.godwit.engine.ProgressListener;
import io.godwit.engine.Report;
import io.godwit.failure.GodwitException;
import io.godwit.plan.Plan;
import java.nio.file.Path;

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

    /** A rehearsal that nothing follows. */
    int print(Rehearsal rehearsal) {
        if (options.json()) {
            terminal.out().print(rehearsal.toJson());
        } else {
            tell(rehearsal);
        }
        return (rehearsal.failed() ? ExitCode.REFUSED : ExitCode.DONE).number();
    }

    /** A run after a rehearsal that has been {@linkplain #tell told}. */
    int print(Rehearsal rehearsal, Report report) {
        if (!options.json()) {
            return print(report);
        }
        terminal.out().print(RunJson.of(report).with("rehearsal", new Json.Document(rehearsal.toJson())));
        return code(report);
    }

    /** In words, as far as anybody wants to read them. */
    void tell(Rehearsal rehearsal) {
        if (!options.quiet() && !options.json()) {
            terminal.out().println("rehearsal: " + rehearsal.toString().replace("\n", "\nrehearsal: "));
        }
    }

    /** Where backups went, if there were any and somebody wants to read it. */
    void tellBackups(Report report, Path folder) {
        if (!report.backups().isEmpty() && !options.quiet() && !options.json()) {
            terminal.out().println("Backups are in " + folder.toAbsolutePath().normalize() + ".");
        }
    }

    int print(Report report) {
        if (options.json()) {
            terminal.out().print(RunJson.of(report));
        } else {
            new ReportText(terminal, options).print(report);
        }
        return code(report);
    }

    private static int code(Report report) {
        GodwitException failure = report.failure();
        return (failure == null ? ExitCode.DONE : ExitCode.of(failure)).number();
    }
}
