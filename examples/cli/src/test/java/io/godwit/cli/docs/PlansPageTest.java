package io.godwit.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.godwit.Godwit;
import io.godwit.format.MigrationReader;
import io.godwit.format.PluginSource;
import io.godwit.migration.Migration;
import io.godwit.plan.Plan;
import io.godwit.tck.harness.WrittenPage;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Keeps the example of docs/plans.md; {@code -Dgodwit.write=true} writes it anew. */
final class PlansPageTest {

    private static final WrittenPage PAGE = WrittenPage.at("docs/plans.md");
    private static final Pattern JSON = Pattern.compile("```json\n(\\{\n  \"format\".*?)```", Pattern.DOTALL);

    @Test
    void theExampleShowsWhatPlansSay() throws JsonProcessingException {
        List<Migration> migrations = JSON.matcher(PAGE.text())
                .results()
                .map(document -> new MigrationReader().read("plans.md", document.group(1)))
                .toList();
        assertThat(migrations).hasSize(2);

        Plan plan = Godwit.offline("postgresql:17")
                .plugins(PluginSource.of(migrations))
                .planUp();

        keep("markdown", plan.toMarkdown());
        keep("mermaid", plan.toMermaid());
        ObjectMapper json = new ObjectMapper();
        keep("json", json.readTree(plan.toJson()).at("/migrations/1").toPrettyString() + "\n");
    }

    private static void keep(String format, String text) {
        String fence = format.equals("markdown") ? "````" : "```";
        PAGE.keep(
                "<!-- " + format + ": written by PlansPageTest -->\n",
                "<!-- /" + format + " -->",
                fence + format + "\n" + text + fence + "\n");
    }
}
