package io.godwit.plan.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Keeps docs/risk-rules.md; {@code -Dgodwit.write=true} writes its list anew. */
final class RiskRulesPageTest {

    private static final Path PAGE =
            Path.of(Files.isDirectory(Path.of("docs")) ? "." : "..").resolve("docs/risk-rules.md");
    private static final String BEGIN = "<!-- rules: written by RiskRulesPageTest -->\n";
    private static final String END = "<!-- /rules -->";

    @Test
    void thePageSaysWhatTheRulesSay() throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        int end = page.indexOf(END, begin);
        assertThat(begin).as("the list's first marker").isGreaterThanOrEqualTo(BEGIN.length());
        assertThat(end).as("the list's last marker").isPositive();
        if (Boolean.getBoolean("godwit.write")) {
            Files.writeString(PAGE, page.substring(0, begin) + list() + page.substring(end));
        } else {
            assertThat(page.substring(begin, end)).isEqualTo(list());
        }
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
