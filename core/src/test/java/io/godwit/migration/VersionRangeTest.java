package io.godwit.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The cases follow from the ranges' definition in npm's documentation of semver. */
class VersionRangeTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    >=1.2 <2;       1.2.0, 1.9.9;          1.1.9, 2.0.0, 2.0.0-rc.1
                    ^1.4;           1.4.0, 1.99.0;         1.3.9, 2.0.0
                    ^0.2.3;         0.2.3, 0.2.9;          0.2.2, 0.3.0
                    ^0.0.3;         0.0.3;                 0.0.2, 0.0.4
                    ^0.x;           0.0.1, 0.9.0;          1.0.0
                    ~1.4.2;         1.4.2, 1.4.9;          1.4.1, 1.5.0
                    ~1;             1.0.0, 1.9.0;          2.0.0, 0.9.0
                    1.x;            1.0.0, 1.7.3;          0.9.9, 2.0.0
                    1.2.x;          1.2.0, 1.2.9;          1.1.0, 1.3.0
                    1.2;            1.2.0, 1.2.9;          1.3.0
                    *;              0.0.0, 99.0.0;         1.0.0-rc.1
                    1.2 - 1.8;      1.2.0, 1.8.9;          1.1.9, 1.9.0
                    1.2.3 - 2.3.4;  1.2.3, 2.3.4;          2.3.5
                    <=1.2;          1.2.9, 0.1.0;          1.3.0
                    >1.2;           1.3.0, 2.0.0;          1.2.9, 1.2.0
                    >1.2.3;         1.2.4;                 1.2.3
                    =1.2.3;         1.2.3;                 1.2.4
                    ^1.2 || ^3;     1.2.0, 3.4.0;          2.0.0, 4.0.0
                    >=1.0.0-rc.1;   1.0.0-rc.2, 1.0.0;     1.0.0-beta, 1.1.0-rc.1
                    """)
    void containsWhatItSaysAndNothingElse(String range, String inside, String outside) {
        VersionRange parsed = VersionRange.parse(range);
        for (String version : inside.split(",", -1)) {
            assertThat(parsed.contains(Version.parse(version)))
                    .as("%s in %s", version, range)
                    .isTrue();
        }
        for (String version : outside.split(",", -1)) {
            assertThat(parsed.contains(Version.parse(version)))
                    .as("%s in %s", version, range)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"latest", ">=", "1.2.3.4", "^^1", "a.b", ">=1.2 and <2"})
    void refusesWhatIsNoRange(String text) {
        assertThatThrownBy(() -> VersionRange.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
