package io.godwit.plan.risk;

import io.godwit.dialect.FailureClassifier;
import io.godwit.dialect.FailureKind;
import io.godwit.migration.OnConflict;
import io.godwit.migration.OnError;
import io.godwit.migration.Transform;
import io.godwit.plan.AskableTransforms.Askable;
import io.godwit.plan.Finding;
import io.godwit.plan.Severity;
import io.godwit.plan.TransformCheck;
import io.godwit.plan.TransformPlan;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Counts what a transform would read, leave out and write. Changes nothing. For the thread that owns the connection. */
final class TransformChecks {

    private final Connection connection;
    private final FailureClassifier failures;
    private final Function<TransformPlan, Discretion> discretions;

    TransformChecks(
            Connection connection, FailureClassifier failures, Function<TransformPlan, Discretion> discretions) {
        this.connection = connection;
        this.failures = failures;
        this.discretions = discretions;
    }

    /**
     * What was counted.
     *
     * @param refused rows, then those of each reason
     * @param present rows whose key the target has already
     */
    private record Counts(long read, List<Long> refused, long present, String sample) {

        long left() {
            return refused.get(0);
        }
    }

    Finding answered(Askable askable) {
        Transform transform = askable.transform().transform();
        try {
            Counts counts =
                    counts(askable, Objects.requireNonNull(askable.transform().check(), "check"));
            return finding(askable, severity(transform, counts), words(transform, askable, counts));
        } catch (SQLException e) {
            FailureKind kind = failures.classify(e);
            boolean ofRows = kind == FailureKind.OTHER || kind == FailureKind.CONSTRAINT;
            String failed = ofRows ? "checked, and it fails: " : "could not be checked: ";
            Severity severity = ofRows && transform.onError() == OnError.FAIL ? Severity.CRITICAL : Severity.MEDIUM;
            Discretion discretion = discretions.apply(askable.transform());
            return finding(
                    askable,
                    severity,
                    failed + discretion.words(String.valueOf(e.getMessage())).strip());
        }
    }

    private static Finding finding(Askable askable, Severity severity, String words) {
        Transform transform = askable.transform().transform();
        String safer = severity == Severity.CRITICAL
                ? "correct the rows in the source, give a defaultValue, or say \"onError\": \"skip\" or another \"onConflict\""
                : "";
        return new Finding(
                "transform",
                severity,
                askable.migration(),
                askable.step().step().id(),
                "rows for " + transform.target() + ": " + words,
                safer);
    }

    private Counts counts(Askable askable, TransformCheck check) throws SQLException {
        long read = numbers(check.count(), 1).get(0);
        List<Long> refused = check.refused().isEmpty()
                ? List.of(0L)
                : numbers(check.refused(), 1 + check.reasons().size());
        long present = askable.target() && !check.present().isEmpty()
                ? numbers(check.present(), 1).get(0)
                : 0;
        String sample = refused.get(0) == 0 ? "" : sample(check, discretions.apply(askable.transform()));
        return new Counts(read, refused, present, sample);
    }

    private List<Long> numbers(String sql, int count) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            try (ResultSet rows = statement.executeQuery(sql)) {
                rows.next();
                List<Long> numbers = new ArrayList<>();
                for (int column = 1; column <= count; column++) {
                    numbers.add(rows.getLong(column));
                }
                return numbers;
            }
        }
    }

    private String sample(TransformCheck check, Discretion discretion) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            try (ResultSet rows = statement.executeQuery(check.sample())) {
                List<String> shown = new ArrayList<>();
                while (rows.next()) {
                    shown.add(shown(check, rows, discretion.showsKeys()));
                }
                return String.join("; ", shown);
            }
        }
    }

    private static String shown(TransformCheck check, ResultSet row, boolean showsKey) throws SQLException {
        int keys = check.key().size();
        List<String> key = new ArrayList<>();
        for (int column = 1; column <= keys; column++) {
            key.add(showsKey ? row.getString(column) : Discretion.MASK);
        }
        List<String> broken = new ArrayList<>();
        for (int reason = 0; reason < check.reasons().size(); reason++) {
            if (row.getInt(keys + reason + 1) == 1) {
                broken.add(check.reasons().get(reason));
            }
        }
        return "row " + key + ": " + String.join(", ", broken);
    }

    private static Severity severity(Transform transform, Counts counts) {
        boolean stops = (counts.left() > 0 && transform.onError() == OnError.FAIL)
                || (counts.present() > 0
                        && transform.onConflict() == OnConflict.FAIL
                        && transform.onError() == OnError.FAIL);
        if (stops) {
            return Severity.CRITICAL;
        }
        return counts.left() > 0 || counts.present() > 0 ? Severity.MEDIUM : Severity.INFO;
    }

    private static String words(Transform transform, Askable askable, Counts counts) {
        boolean overwrites = transform.onConflict() == OnConflict.UPDATE;
        long written = counts.read() - counts.left() - (overwrites ? 0 : counts.present());
        StringBuilder words = new StringBuilder("checked: reads ")
                .append(number(counts.read()))
                .append(", writes ")
                .append(number(written))
                .append(", leaves out ")
                .append(number(counts.left()));
        if (counts.left() > 0) {
            words.append(" (")
                    .append(reasons(askable, counts))
                    .append("), such as ")
                    .append(counts.sample());
        }
        if (counts.present() > 0) {
            words.append("; ").append(number(counts.present())).append(" have a key that is there already, which ");
            words.append(
                    switch (transform.onConflict()) {
                        case FAIL -> transform.onError() == OnError.FAIL ? "stops it" : "leaves them out";
                        case SKIP -> "leaves those alone";
                        case UPDATE -> "overwrites those";
                    });
        }
        return words.toString();
    }

    private static String reasons(Askable askable, Counts counts) {
        List<String> reasons =
                Objects.requireNonNull(askable.transform().check(), "check").reasons();
        return java.util.stream.IntStream.range(0, reasons.size())
                .filter(index -> counts.refused().get(index + 1) > 0)
                .mapToObj(index -> number(counts.refused().get(index + 1)) + " " + reasons.get(index))
                .collect(Collectors.joining(", "));
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
