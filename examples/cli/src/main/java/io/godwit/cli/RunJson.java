package io.godwit.cli;

import io.godwit.engine.MovedRows;
import io.godwit.engine.Outcome;
import io.godwit.engine.Report;
import io.godwit.engine.TakenBackup;
import io.godwit.failure.GodwitException;
import io.godwit.failure.StatementFailure;
import java.util.List;

/** The report of a run, as scripts read it. */
final class RunJson {

    private static final String UNCHANGED = "unchanged";

    private RunJson() {}

    static Json of(Report report) {
        Json json = new Json()
                .with("outcome", report.outcome().toString())
                .with("applied", report.applied())
                .with("rolledBack", report.rolledBack())
                .with("backups", report.backups().stream().map(RunJson::of).toList())
                .with("transforms", report.moved().stream().map(RunJson::of).toList());
        GodwitException failure = report.failure();
        if (failure == null) {
            return json.with("failed", null);
        }
        Json error = FailureJson.of(failure, Secrets.mask(String.valueOf(failure.getMessage())));
        return json.with("failed", failed(report, failure)).with("error", error);
    }

    static Json of(TakenBackup backup) {
        return new Json()
                .with("name", backup.name())
                .with("migration", backup.migration())
                .with("content", backup.content().toString())
                .with("tables", backup.tables())
                .with("rows", backup.rows())
                .with("bytes", backup.bytes())
                .with("sha256", backup.sha256())
                .with("milliseconds", backup.duration().toMillis());
    }

    private static Json of(MovedRows moved) {
        return new Json()
                .with("migration", moved.migration())
                .with("step", moved.step())
                .with("table", moved.target().toString())
                .with("read", moved.read())
                .with("written", moved.written())
                .with("rejected", moved.rejected())
                .with("warned", moved.warned())
                .with("milliseconds", moved.duration().toMillis());
    }

    /** For what never became a run. */
    static Json refused(String message) {
        return new Json()
                .with("outcome", Outcome.REFUSED.toString())
                .with("applied", List.of())
                .with("rolledBack", List.of())
                .with("failed", failed(new StatementFailure("", "", "", "", 0, message, UNCHANGED)));
    }

    private static Json failed(Report report, GodwitException failure) {
        boolean untouched = report.outcome() == Outcome.REFUSED
                && report.applied().isEmpty()
                && report.rolledBack().isEmpty();
        String message = Secrets.mask(String.valueOf(failure.getMessage()));
        return failed(report.failedStatement()
                .orElseGet(() -> new StatementFailure("", "", "", "", 0, message, untouched ? UNCHANGED : "")));
    }

    private static Json failed(StatementFailure failure) {
        return new Json()
                .with("migration", failure.migration())
                .with("step", failure.step())
                .with("statement", failure.statement())
                .with("sqlState", failure.sqlState())
                .with("message", failure.message())
                .with("databaseState", failure.databaseState());
    }
}
