package io.godwit.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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
                    ~1.2.3-beta.2;  1.2.3-beta.10, 1.2.9;  1.2.3-beta.1, 1.2.4-beta.2, 1.3.0
                    ^0.0.3-beta;    0.0.3-rc, 0.0.3;       0.0.3-alpha, 0.0.4-beta, 0.0.4
                    ^1.2.x;         1.2.0, 1.9.0;          1.1.9, 2.0.0
                    ^0.0;           0.0.0, 0.0.9;          0.1.0
                    ~0;             0.0.0, 0.9.0;          1.0.0
                    ~x;             0.0.9, 7.0.0;          7.0.0-rc.1
                    1.2.* || 2.*.*; 1.2.3, 2.1.3;          1.3.0, 3.0.0
                    x - 1.x;        0.9.7, 1.9.0;          2.0.0
                    1.0.0 - x;      1.0.0, 9.0.0;          0.9.9
                    1.2.3+a - 2.0.0+b; 1.2.3, 2.0.0;       1.2.2, 2.0.1
                    >=*;            0.0.0, 3.0.0;          3.0.0-0
                    ~> 1;           1.0.0, 1.9.0;          2.0.0
                    >= 1.2  < 1.4;  1.2.0, 1.3.9;          1.4.0
                    v1.2.3;         1.2.3, 1.2.3+linux.5;  1.2.4
                    ||;             0.0.0, 5.0.0;          5.0.0-rc.1
                    1.2.3 || ^2;    1.2.3, 2.9.0;          1.2.4, 3.0.0
                    >1.2.3-alpha.3; 1.2.3-alpha.7, 3.4.5;  3.4.5-alpha.9, 1.2.3-alpha.3
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

    /** {@code <2} is below every pre-release of 2.0.0, so that the first holds nothing. */
    @ParameterizedTest
    @ValueSource(strings = {">=2.0.0-a <2", ">x || <X", ">2 <1"})
    void mayHoldNothing(String range) {
        for (String version : List.of("0.0.0", "0.0.0-0", "1.5.0", "2.0.0-a", "2.0.0-b", "2.0.0", "3.0.0")) {
            assertThat(VersionRange.parse(range).contains(Version.parse(version)))
                    .as("%s in %s", version, range)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "latest",
                ">=",
                "1.2.3.4",
                "^^1",
                "a.b",
                ">=1.2 and <2",
                "01.2",
                "1.2-rc.1",
                "x.2",
                "1.x.3",
                "1.2.3-01",
                "1.2.3-a..b",
                "1..2",
                "!1",
                "- 1",
                ">1.2.3,<2"
            })
    void refusesWhatIsNoRange(String text) {
        assertThatThrownBy(() -> VersionRange.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
