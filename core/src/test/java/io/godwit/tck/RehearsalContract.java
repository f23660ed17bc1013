package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.Godwit;
import io.godwit.GodwitBuilder;
import io.godwit.Rehearsal;
import io.godwit.history.AuditEntry;
import io.godwit.plan.UpgradeTarget;
import io.godwit.tck.harness.PluginFolder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rehearsals on a database that nobody needs: what they prove, what they find, and that the target stays as it is. */
public interface RehearsalContract extends EngineContract {

    @Test
    default void planIsTakenUpDownAndUpAgainBesideTheTarget() {
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.migration("crm-1", "1.0.0", RunContract.CITY + "," + RunContract.ROWS);
            Godwit godwit = rehearsing(plugins);
            godwit.migrate();
            List<String> before = logicalSchema().lines();
            plugins.migration("crm-2", "1.1.0", RunContract.SIZE)
                    .document("shop", "shop-1", "1.0.0", """
                            "steps": {"up": [{"id": "index", "operations": [
                              {"createIndex": {"table": "city", "columns": ["size"]}}]}]}""", "\"dependencies\": [\"crm-2\"]")
                    .migration("crm-3", "1.2.0", """
                            {"id": "name", "operations": [{"renameColumn": {"table": "city", "from": "name", "to": "title"}}]}""", "\"dependencies\": [\"shop-1\"]");
            Rehearsal rehearsal = godwit.rehearse(UpgradeTarget.ALL);
            assertThat(rehearsal.toString()).doesNotContain("failed");
            assertThat(rehearsal.proven()).isTrue();
            List<Rehearsal.Leg> legs = rehearsal
                    .legs()
                    .subList(rehearsal.legs().size() - 3, rehearsal.legs().size());
            assertThat(legs).extracting(Rehearsal.Leg::name).containsExactly("up", "down", "up again");
            assertThat(legs.get(0).migrations()).containsExactly("crm-2", "shop-1", "crm-3");
            assertThat(legs.get(1).migrations()).containsExactly("crm-3", "shop-1", "crm-2");
            assertThat(logicalSchema().lines()).isEqualTo(before);
            assertThat(godwit.status().plugins().get(0).applied()).containsExactly("crm-1");
            assertThat(godwit.history()).extracting(AuditEntry::action).last().isEqualTo("rehearse");
            assertThat(godwit.migrate().applied()).containsExactly("crm-2", "shop-1", "crm-3");
            assertThat(godwit.rehearse(UpgradeTarget.ALL).legs()).isEmpty();
        }
    }

    @Test
    default void wayBackThatLeavesSomethingBehindIsFound() {
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.document("crm", "crm-1", "1.0.0", """
                    "steps": {"up": [{"id": "two", "operations": [
                      {"createTable": {"table": "kept", "columns": [{"name": "id", "type": "integer"}]}},
                      {"createTable": {"table": "gone", "columns": [{"name": "id", "type": "integer"}]}}]}],
                      "down": [{"id": "one", "operations": [{"dropTable": {"table": "gone"}}]}]}""");
            Rehearsal rehearsal = rehearsing(plugins).rehearse(UpgradeTarget.ALL);
            assertThat(rehearsal.failed()).isTrue();
            assertThat(rehearsal.toString()).contains("down: 1 migration", "table kept is there now");
            assertThat(rehearsal.toJson()).contains("\"failed\":true", "\"leg\":\"down\"", "table kept is there now");
        }
    }

    @Test
    default void planWithoutAWayBackHasNotFailed() {
        try (PluginFolder plugins = PluginFolder.create()) {
            plugins.document("crm", "crm-1", "1.0.0", """
                    "steps": {"up": [{"id": "table", "operations": [
                      {"createTable": {"table": "made", "columns": [{"name": "id", "type": "integer"}]}}]}],
                      "down": {"irreversible": "for good"}}""");
            Rehearsal rehearsal = rehearsing(plugins).rehearse(UpgradeTarget.ALL);
            assertThat(rehearsal.failed()).isFalse();
            assertThat(rehearsal.proven()).isFalse();
            assertThat(rehearsal.toString()).contains("there is no way back", "for good");
        }
    }

    private Godwit rehearsing(PluginFolder plugins) {
        GodwitBuilder builder = on(plugins);
        bench().database().opener().ifPresent(builder::scratch);
        return builder.build();
    }
}
