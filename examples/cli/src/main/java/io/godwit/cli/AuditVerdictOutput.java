package io.godwit.cli;

import io.godwit.history.AuditVerdict;
import io.godwit.history.Damage;
import java.io.PrintStream;
import java.util.List;

/** Says whether the audit trail is as it was written. */
record AuditVerdictOutput(Terminal terminal, GlobalOptions options) {

    int print(AuditVerdict verdict) {
        if (options.json()) {
            terminal.out().print(json(verdict));
        } else {
            tell(verdict);
        }
        return (verdict.intact() ? ExitCode.DONE : ExitCode.REPAIR).number();
    }

    private void tell(AuditVerdict verdict) {
        String head = verdict.head().sequence() == 0
                ? ""
                : ", head " + verdict.head().sequence() + " " + verdict.head().hash();
        String entries = verdict.entries() == 1 ? "1 entry" : verdict.entries() + " entries";
        if (verdict.acknowledged() > 0) {
            terminal.out()
                    .println("Entry " + verdict.acknowledged() + " signs for what is broken before it; from there on:");
        }
        if (verdict.intact()) {
            terminal.out().println(terminal.good("✓ ") + "The audit trail is intact: " + entries + head + ".");
            return;
        }
        terminal.out().println(terminal.bad("✗ ") + "The history is not as it was written (" + entries + head + "):");
        damages(verdict, terminal.out());
    }

    /** Beside other words, what is damaged, if anything is. */
    void warn(AuditVerdict verdict) {
        if (!verdict.intact()) {
            terminal.error().println(terminal.bad("✗ ") + "The history is not as it was written:");
            damages(verdict, terminal.error());
        }
    }

    private void damages(AuditVerdict verdict, PrintStream to) {
        for (Damage damage : verdict.damages()) {
            to.println("  " + terminal.plain(damage.toString()));
        }
        to.println("repair --dry-run shows what can be put right, and how.");
    }

    private static Json json(AuditVerdict verdict) {
        return new Json()
                .with("intact", verdict.intact())
                .with("entries", verdict.entries())
                .with(
                        "head",
                        new Json()
                                .with("seq", verdict.head().sequence())
                                .with("hash", verdict.head().hash()))
                .with("acknowledged", verdict.acknowledged())
                .with("damages", json(verdict.damages()));
    }

    static List<Json> json(List<Damage> damages) {
        return damages.stream().map(AuditVerdictOutput::json).toList();
    }

    private static Json json(Damage damage) {
        return new Json()
                .with("table", damage.table())
                .with("row", damage.row())
                .with("column", damage.column())
                .with("message", damage.words());
    }
}
