package io.godwit.benchmarks.fault;

import java.util.List;
import java.util.Locale;

/**
 * All runs of one fault on one engine. Immutable.
 *
 * @param engine where
 * @param fault which
 * @param verdicts of each run
 */
record FaultRow(String engine, String fault, List<Verdict> verdicts) {

    private static final String FORM = "| %-9s | %-60s | %5s | %6s | %4s | %7s | %5s | %8s |%n";

    FaultRow {
        verdicts = List.copyOf(verdicts);
    }

    static String head() {
        return String.format(
                        Locale.ROOT, FORM, "engine", "fault", "runs", "faults", "lost", "doubled", "other", "in doubt")
                + String.format(Locale.ROOT, FORM, "---", "---", "--:", "--:", "--:", "--:", "--:", "--:");
    }

    String text() {
        return String.format(
                Locale.ROOT,
                FORM,
                engine,
                fault,
                verdicts.size(),
                verdicts.stream().mapToInt(Verdict::hits).sum(),
                count(Verdict.Kind.LOST),
                count(Verdict.Kind.DOUBLED),
                count(Verdict.Kind.OTHER),
                verdicts.stream().filter(Verdict::doubtful).count());
    }

    private long count(Verdict.Kind kind) {
        return verdicts.stream().filter(verdict -> verdict.kind() == kind).count();
    }
}
