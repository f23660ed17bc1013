package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.tck.harness.Differential;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Random expressions of the universal set mean what a PostgreSQL server says. {@code -Dgodwit.fuzz=100000} asks that many,
 * {@code -Dgodwit.fuzz.seed=7} others.
 */
public interface DifferentialContract extends DialectContract {

    @Test
    default void randomExpressionsAreAnsweredAsPostgresqlAnswersThem() {
        List<String> differences = new Differential(bench())
                .differences(Integer.getInteger("godwit.fuzz", 2_000), Long.getLong("godwit.fuzz.seed", 1));
        assertThat(differences).as("answers that are not PostgreSQL's").isEmpty();
    }
}
