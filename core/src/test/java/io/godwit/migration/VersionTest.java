package io.godwit.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTest {

    /** The order of rule 11 of semver.org 2.0.0. */
    @Test
    void ordersAsSemanticVersionsDo() {
        List<String> ordered = List.of(
                "1.0.0-alpha",
                "1.0.0-alpha.1",
                "1.0.0-alpha.beta",
                "1.0.0-beta",
                "1.0.0-beta.2",
                "1.0.0-beta.11",
                "1.0.0-rc.1",
                "1.0.0",
                "1.0.1",
                "1.2.0",
                "1.10.0",
                "2.0.0");
        assertThat(ordered.stream().map(Version::parse).sorted().map(Version::toString))
                .containsExactlyElementsOf(ordered);
        for (int i = 1; i < ordered.size(); i++) {
            assertThat(Version.parse(ordered.get(i))).isGreaterThan(Version.parse(ordered.get(i - 1)));
        }
    }

    @Test
    void leavesBuildMetadataOut() {
        assertThat(Version.parse("1.2.3+build.7")).isEqualTo(Version.parse("1.2.3"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "one",
                "1.2.3.4",
                "1..2",
                "-1.0.0",
                "1.0.0-",
                "99999999999.0.0",
                "01.0.0",
                "1.0.0-01",
                "1.0.0-a..b"
            })
    void refusesWhatIsNoVersion(String text) {
        assertThatThrownBy(() -> Version.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1.2.3");
    }
}
