package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.godwit.Godwit;
import io.godwit.failure.StatementFailedException;
import io.godwit.tck.harness.PluginFolder;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A statement that never ends is stopped when its time is over. */
public interface TimeoutContract extends EngineContract {

    Duration AT_MOST = Duration.ofSeconds(10);

    @Test
    default void stepIsStoppedWhenItsTimeIsOver() {
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration("crm-1", "1.0.0", RunContract.CITY + "," + rows())
                    .migration("crm-2", "1.1.0", RunContract.SIZE + "," + endless("\"timeout\": 1, "));
            isStopped(on(plugins).build());
        }
    }

    @Test
    default void everyStepIsStoppedWhenTheHostSaysSo() {
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration("crm-1", "1.0.0", RunContract.CITY + "," + rows())
                    .migration("crm-2", "1.1.0", RunContract.SIZE + "," + endless(""));
            isStopped(on(plugins).statementTimeout(Duration.ofSeconds(1)).build());
        }
    }

    private void isStopped(Godwit godwit) {
        assertThat(godwit.execute(godwit.planUpgrade("crm", "1.0.0")).applied()).containsExactly("crm-1");
        List<String> before = logicalSchema().lines();
        long started = System.nanoTime();
        assertThatThrownBy(godwit::migrate)
                .isInstanceOfSatisfying(
                        StatementFailedException.class,
                        failed -> assertThat(failed.failure().step()).isEqualTo("endless"))
                .hasMessageContaining("give the step a longer \"timeout\"");
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(AT_MOST);
        assertThat(logicalSchema().lines()).isEqualTo(before);
        assertThat(rows("select count(*) from city")).containsExactly("100");
    }

    static String rows() {
        return IntStream.rangeClosed(1, 100)
                .mapToObj(id -> "{\"id\": " + id + ", \"name\": \"n" + id + "\"}")
                .collect(Collectors.joining(
                        ", ",
                        "{\"id\": \"rows\", \"operations\": [{\"insertRows\": {\"table\": \"city\", \"rows\": [",
                        "]}}]}"));
    }

    /** 10^18 sums, none of them what is looked for: no planner can leave them out. */
    static String endless(String timeout) {
        List<String> names =
                Stream.of("a", "b", "c", "d", "e", "f", "g", "h", "i").toList();
        String from = names.stream().map(name -> "city " + name).collect(Collectors.joining(" cross join "));
        String sum = names.stream().map(name -> name + ".id").collect(Collectors.joining(" + "));
        return "{\"id\": \"endless\", \"dependencies\": [\"size\"], " + timeout
                + "\"sql\": {\"universal\": \"insert into city (id, name) select count(*), 'x' from " + from + " where "
                + sum
                + " < 0\"}}";
    }
}
