package io.godwit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command line says of risks, and what it refuses. */
final class RiskTest {

    @TempDir
    private Path folder;

    private Place risky(String... rows) throws SQLException {
        Place place = new Place(folder);
        place.run("migrate");
        place.write("crm/0003-risky.json", Documents.risky());
        try (Connection connection = place.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : rows) {
                statement.execute(sql);
            }
        }
        return place;
    }

    @Test
    void planShowsFindingsInEveryFormat() throws SQLException {
        Place place = risky("INSERT INTO contacts VALUES (1, 'a')", "INSERT INTO notes (id) VALUES (1)");

        JsonNode plan = place.run("plan", "--format", "json").json();

        assertThat(plan.at("/risk").asText()).isEqualTo("high");
        assertThat(plan.at("/findings").findValuesAsText("rule")).contains("add-unique", "drop-table");
        JsonNode drop = finding(plan, "drop-table");
        assertThat(drop.at("/severity").asText()).isEqualTo("high");
        assertThat(drop.at("/migration").asText()).isEqualTo("crm-0003-risky");
        assertThat(drop.at("/step").asText()).isEqualTo("drop");
        assertThat(drop.at("/message").asText()).contains("notes", "1 row");
        assertThat(drop.at("/safer").asText()).isNotBlank();
        assertThat(place.run("plan").out()).contains("risk high", "drops table notes", "[drop-table]");
        assertThat(place.run("plan", "--format", "markdown").out()).contains("## Findings", "`drop-table`");
    }

    @Test
    void theDataIsAskedOnRequest() throws SQLException {
        Place place = risky("INSERT INTO contacts VALUES (1, 'a'), (2, 'a')");

        assertThat(finding(place.run("plan", "--format", "json").json(), "add-unique")
                        .at("/message")
                        .asText())
                .doesNotContain("checked");
        JsonNode plan = place.run("plan", "--check-data", "--format", "json").json();

        assertThat(finding(plan, "add-unique").at("/severity").asText()).isEqualTo("critical");
        assertThat(finding(plan, "add-unique").at("/message").asText()).contains("checked: 1 stands against it");
        assertThat(finding(plan, "drop-table").at("/severity").asText()).isEqualTo("low");
        assertThat(plan.at("/risk").asText()).isEqualTo("critical");
    }

    @Test
    void aCriticalRiskIsRefusedUntilItIsAccepted() throws SQLException {
        Place place =
                risky("INSERT INTO notes (id) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT"
                        + " 1000000) SELECT i FROM n");

        Answer refused = place.run("migrate", "--format", "json");

        assertThat(refused.code()).isEqualTo(6);
        assertThat(refused.json().at("/outcome").asText()).isEqualTo("refused");
        assertThat(refused.out()).contains("drop-table", "Nothing was changed");
        assertThat(place.count("notes")).isEqualTo(1);
        assertThat(place.run("migrate", "--accept", "drop-table").code()).isZero();
        assertThat(place.count("notes")).isZero();
    }

    @Test
    void acceptingWhatIsNoRuleIsWrongUsage() {
        Answer answer = new Place(folder).run("migrate", "--accept", "drop-everything");

        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.error()).contains("drop-everything", "drop-table");
    }

    private static JsonNode finding(JsonNode plan, String rule) {
        for (JsonNode finding : plan.at("/findings")) {
            if (finding.at("/rule").asText().equals(rule)) {
                return finding;
            }
        }
        throw new AssertionError("no " + rule + " in " + plan);
    }
}
