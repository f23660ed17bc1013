package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.engine.KilledDataSource;
import io.godwit.tck.harness.CrashBench;
import io.godwit.tck.harness.CrashProcess;
import io.godwit.tck.harness.CrashScenario;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A process that is killed anywhere: the next start needs nobody, and ends with the schema, the rows and the history of a run that
 * nothing interrupted, however the process ended.
 *
 * <p>A run has a boundary before and after everything that it does to the database. A process of its own for each of them takes a
 * second, and there are some hundreds, so that there are three ways to die:
 *
 * <ul>
 *   <li>at every boundary inside this JVM: all connections are cut and an error is thrown that nothing catches, so that nothing of the
 *       run goes on but the closing of what is closed already;
 *   <li>at a few boundaries spread over the run in a process of its own that halts, which leaves the database whatever a process leaves
 *       that is no more; with {@code -Dgodwit.crash=all} at every one of them;
 *   <li>in the midst of a statement, by a kill from outside.
 * </ul>
 */
public interface CrashContract extends EngineContract {

    /** How many processes one scenario may cost. */
    int FORKS = 2;

    @ParameterizedTest
    @EnumSource(names = {"APPLIED", "TAKEN_BACK", "ROLLED_BACK", "ARCHIVED", "MOVED", "MOVED_BACK"})
    default void freshStartEndsWhereAnUninterruptedRunDoesWhereverItWasCut(CrashScenario scenario) {
        try (CrashBench crash = new CrashBench(bench().database(), scenario)) {
            List<String> expected = crash.uninterrupted();
            boolean killed = true;
            for (int point = 1; killed; point++) {
                KilledDataSource source = crash.cutAt(point);
                killed = source.wasKilled();
                List<String> end = crash.afterFreshStart();
                assertThat(end)
                        .as("%s, cut at boundary %d: %s\n%s", scenario, point, source.boundary(), crash.said())
                        .isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"APPLIED", "TAKEN_BACK", "ROLLED_BACK", "ARCHIVED"})
    default void freshStartEndsWhereAnUninterruptedRunDoesWhereverItsProcessHalted(CrashScenario scenario)
            throws InterruptedException {
        try (CrashBench crash = new CrashBench(bench().database(), scenario)) {
            List<String> expected = crash.uninterrupted();
            int count = crash.boundaries();
            int stride = "all".equals(System.getProperty("godwit.crash")) ? 1 : count / FORKS;
            for (int point = stride / 2 + 1; point <= count; point += stride) {
                assertThat(crash.haltAt(point))
                        .as("exit code at boundary %d", point)
                        .isEqualTo(CrashProcess.HALTED);
                List<String> end = crash.afterFreshStart();
                assertThat(end)
                        .as("%s, halted at boundary %d\n%s", scenario, point, crash.said())
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    default void freshStartEndsWhereAnUninterruptedRunDoesThoughItsProcessWasKilledInAStatement()
            throws InterruptedException {
        try (CrashBench crash = new CrashBench(bench().database(), CrashScenario.SLOW)) {
            List<String> expected = crash.uninterrupted();
            for (String step : List.of("fill", "key")) {
                int millis = ThreadLocalRandom.current().nextInt(300);
                crash.killIn(step, millis);
                List<String> end = crash.afterFreshStart();
                assertThat(end)
                        .as("killed %d ms after step %s began\n%s", millis, step, crash.said())
                        .isEqualTo(expected);
            }
        }
    }
}
