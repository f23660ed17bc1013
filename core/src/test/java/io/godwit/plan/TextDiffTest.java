package io.godwit.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextDiffTest {

    @Test
    void showsWhatWentAndWhatCameWithItsNeighbours() {
        assertThat(new TextDiff("a\nb\nc\nd\ne\nf", "a\nb\nc\nX\ne\nf").text())
                .isEqualTo("  b\n  c\n- d\n+ X\n  e\n  f");
    }

    @Test
    void leavesOutWhatIsFarFromAnyChange() {
        assertThat(new TextDiff("1\n2\n3\n4\n5\n6\n7\n8\n9", "0\n2\n3\n4\n5\n6\n7\n8\n0").text())
                .isEqualTo("- 1\n+ 0\n  2\n  3\n  …\n  7\n  8\n- 9\n+ 0");
    }

    @Test
    void isEmptyForEqualTexts() {
        assertThat(new TextDiff("a\nb", "a\nb").text()).isEmpty();
    }
}
