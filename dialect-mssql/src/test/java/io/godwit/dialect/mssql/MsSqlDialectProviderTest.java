package io.godwit.dialect.mssql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MsSqlDialectProviderTest {

    private final MsSqlDialectProvider provider = new MsSqlDialectProvider();

    @ParameterizedTest
    @CsvSource({"2017, 2017", "14, 2017", "2019, 2019", "15.0.4123, 2019", "16, 2022", "2025, 2025", "'', 2025"})
    void versionIsAYearOrTheServersOwnNumber(String given, String known) {
        assertThat(provider.forVersion(given).version()).isEqualTo(known);
        assertThat(provider.forVersion(given).engine())
                .isEqualTo(provider.engine())
                .isEqualTo("sqlserver");
    }

    @Test
    void olderVersionsAreRefused() {
        for (String version : new String[] {"2016", "13", "9", "x"}) {
            assertThatThrownBy(() -> provider.forVersion(version))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("2017");
        }
    }
}
