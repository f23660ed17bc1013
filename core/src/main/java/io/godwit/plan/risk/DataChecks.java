package io.godwit.plan.risk;

import io.godwit.dialect.FailureClassifier;
import io.godwit.plan.AskableTransforms;
import io.godwit.plan.DataCheck;
import io.godwit.plan.Finding;
import io.godwit.plan.Plan;
import io.godwit.plan.Severity;
import io.godwit.plan.TransformPlan;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Puts the questions of a plan's findings to the data. Changes nothing. For the thread that owns the connection. */
public final class DataChecks {

    private final Connection connection;
    private final FailureClassifier failures;
    private final Discretion discretion;
    private final Function<TransformPlan, Discretion> ofTransforms;

    /**
     * Of one database.
     *
     * @param discretion about any of its rows
     * @param ofTransforms about the rows of a transform
     */
    public DataChecks(
            Connection connection,
            FailureClassifier failures,
            Discretion discretion,
            Function<TransformPlan, Discretion> ofTransforms) {
        this.connection = connection;
        this.failures = failures;
        this.discretion = discretion;
        this.ofTransforms = ofTransforms;
    }

    /** The plan with what the data says in its findings, and the risk that follows. */
    public Plan answered(Plan plan) {
        List<Finding> findings =
                new ArrayList<>(plan.findings().stream().map(this::answered).toList());
        TransformChecks transforms = new TransformChecks(connection, failures, ofTransforms);
        AskableTransforms.of(plan).forEach(transform -> findings.add(transforms.answered(transform)));
        return plan.withFindings(findings);
    }

    private Finding answered(Finding finding) {
        DataCheck check = finding.check();
        if (check == null) {
            return finding;
        }
        try {
            long found = new Answer(connection).number(check.sql());
            return found > 0
                    ? finding.answered(check.found(), finding.message() + "; checked: " + words(found))
                    : finding.answered(
                            lower(check.clear(), finding.severity()),
                            finding.message() + "; checked: nothing stands against it");
        } catch (SQLException e) {
            return failed(finding, check, e);
        }
    }

    /** A value that cannot be cast is what the question is about; a lock or a lost connection is not. */
    private Finding failed(Finding finding, DataCheck check, SQLException e) {
        String words = discretion.words(String.valueOf(e.getMessage())).strip();
        return switch (failures.classify(e)) {
            case OTHER, CONSTRAINT ->
                finding.answered(check.found(), finding.message() + "; checked, and it fails: " + words);
            default -> finding.answered(finding.severity(), finding.message() + "; could not be checked: " + words);
        };
    }

    private static String words(long found) {
        return found == 1 ? "1 stands against it" : String.format(Locale.ROOT, "%,d stand against it", found);
    }

    private static Severity lower(Severity one, Severity other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
