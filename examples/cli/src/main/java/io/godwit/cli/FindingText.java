package io.godwit.cli;

import io.godwit.plan.Finding;
import io.godwit.plan.Severity;

/** A finding in one line, for people. */
record FindingText(Terminal terminal, Finding finding) {

    String line() {
        String where = finding.migration() + (finding.step().isEmpty() ? "" : "/" + finding.step());
        String safer = finding.safer().isEmpty() ? "" : "; safer: " + finding.safer();
        return severity() + " " + where + ": " + terminal.plain(finding.message() + safer)
                + terminal.dim(" [" + finding.rule() + "]");
    }

    private String severity() {
        String word = finding.severity().toString();
        if (finding.severity() == Severity.INFO) {
            return terminal.dim(word);
        }
        return finding.severity().compareTo(Severity.HIGH) >= 0 ? terminal.bad(word) : terminal.notable(word);
    }
}
