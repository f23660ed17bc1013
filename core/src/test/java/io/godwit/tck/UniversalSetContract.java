package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.tck.harness.UniversalCheck;
import org.junit.jupiter.api.Test;

/** Everything of the universal set, over edge values of every kind, is answered as PostgreSQL answers it, or refused by name. */
public interface UniversalSetContract extends DialectContract {

    @Test
    default void theUniversalSetIsPostgresqlsOrRefused() {
        assertThat(new UniversalCheck(bench()).differences())
                .as("answers that are not PostgreSQL's")
                .isEmpty();
    }
}
