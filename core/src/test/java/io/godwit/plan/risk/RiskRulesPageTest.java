package io.godwit.plan.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.tck.harness.WrittenPage;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Keeps docs/risk-rules.md; {@code -Dgodwit.write=true} writes its list anew. */
final class RiskRulesPageTest {

    @Test
    void thePageSaysWhatTheRulesSay() {
        WrittenPage.at("docs/risk-rules.md")
                .keep("<!-- rules: written by RiskRulesPageTest -->\n", "<!-- /rules -->", list());
    }

    @Test
    void everyRuleSaysWhatWhyAndWhatElse() {
        assertThat(RuleCatalogue.texts()).extracting(RuleText::id).doesNotHaveDuplicates();
        assertThat(RuleCatalogue.texts()).allSatisfy(rule -> {
            assertThat(rule.id()).matches("[a-z]+(-[a-z]+)*");
            assertThat(rule.finds()).endsWith(".");
            assertThat(rule.why()).endsWith(".");
            assertThat(rule.safer()).isNotBlank().doesNotEndWith(".");
        });
    }

    private static String list() {
        return RuleCatalogue.texts().stream()
                .map(rule -> "\n## " + rule.id() + "\n\n" + rule.finds() + " " + rule.why() + "\n\nUsually "
                        + rule.usual() + ". Safer: " + rule.safer() + ".\n")
                .collect(Collectors.joining("", "", "\n"));
    }
}
