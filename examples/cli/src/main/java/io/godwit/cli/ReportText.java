package io.godwit.cli;

import io.godwit.engine.Report;
import io.godwit.failure.GodwitException;
import io.godwit.plan.Finding;
import io.godwit.plan.Severity;
import java.util.Locale;

/** How a run ended, for people; what it did meanwhile, {@link TerminalProgress} said. */
final class ReportText {

    private static final double MILLIS_PER_SECOND = 1000.0;

    private final Terminal terminal;
    private final GlobalOptions options;

    ReportText(Terminal terminal, GlobalOptions options) {
        this.terminal = terminal;
        this.options = options;
    }

    void print(Report report) {
        for (Finding finding : report.findings()) {
            boolean worthIt = options.verbose() || finding.severity() != Severity.INFO;
            if (worthIt && !options.quiet()) {
                terminal.error().println(new FindingText(terminal, finding).line());
            }
        }
        GodwitException failure = report.failure();
        if (failure != null) {
            terminal.out().flush();
            terminal.error().println(terminal.bad("error: ") + Secrets.mask(String.valueOf(failure.getMessage())));
        } else if (!options.quiet()) {
            terminal.out().println(terminal.bold(summary(report)));
        }
    }

    private static String summary(Report report) {
        String seconds = String.format(Locale.ROOT, "%.2f s", report.duration().toMillis() / MILLIS_PER_SECOND);
        if (!report.applied().isEmpty()) {
            return "Applied " + Count.of(report.applied().size(), "migration") + " in " + seconds + ".";
        }
        if (!report.rolledBack().isEmpty()) {
            return "Rolled back " + Count.of(report.rolledBack().size(), "migration") + " in " + seconds + ".";
        }
        return "Nothing to do.";
    }
}
