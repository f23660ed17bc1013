package io.godwit.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.migration.Migration;
import io.godwit.migration.Step;
import org.junit.jupiter.api.Test;

final class PlanMarkdownTest {

    @Test
    void textsOfOthersStayTexts() {
        String sql = "select '\n```\n# not a heading\n````'";
        Migration migration = Migration.builder("m_1", "crm", "1.0.0")
                .name("# <b>Big</b>\n## Findings *none* of snake_case _x_")
                .estimatedDuration(5)
                .dependsOn("a@>=1")
                .step(Step.builder("text").sql("fake", sql).build())
                .build();

        assertThat(new SamplePlan().up(migration).build().toMarkdown())
                .startsWith("""
                        # Plan for fake 1

                        1 migration, risk low.

                        ## ↑ m_1 (crm 1.0.0)

                        \\# \\<b\\>Big\\</b\\> ## Findings \\*none\\* of snake_case \\_x\\_

                        - needs: a@\\>=1
                        - touches: runs SQL text that is not looked into
                        """)
                .contains("\n  `````sql\n")
                .endsWith("\n  `````\n");
    }

    @Test
    void commentsOfSqlEndWhereTheirLinesEnd() {
        Migration migration = Migration.builder("m", "crm", "1.0.0")
                .step(Step.builder("a\nDROP TABLE city; --")
                        .sql("fake", "SELECT 1")
                        .build())
                .irreversible("no\u2028DROP TABLE city")
                .build();

        assertThat(new SamplePlan().up(migration).build().toSql())
                .contains("-- way back: none: no DROP TABLE city\n")
                .contains("-- step a DROP TABLE city; --, undo: none")
                .doesNotContain("\nDROP", "\u2028");
    }
}
