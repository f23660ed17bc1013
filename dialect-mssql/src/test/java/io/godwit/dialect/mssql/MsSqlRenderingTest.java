package io.godwit.dialect.mssql;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.operation.Operation;
import io.godwit.schema.ReferentialAction;
import io.godwit.tck.harness.ObjectVocabulary;
import io.godwit.tck.harness.OperationVocabulary;
import io.godwit.tck.harness.TypeVocabulary;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands in no contract, because only SQL Server has it, and what is refused before anything runs. */
class MsSqlRenderingTest implements TypeVocabulary, OperationVocabulary, ObjectVocabulary {

    private final OfflineRendering rendering = new OfflineRendering(new MsSqlDialectProvider().forVersion("2022"));

    private void render(Operation... operations) {
        List.of(operations).forEach(rendering::apply);
    }

    private void isRefused(String part) {
        assertThat(rendering.refusals()).singleElement().asString().contains(part);
    }

    @Test
    void schemasSequencesAndPrivilegesAreTSql() {
        render(
                createSchema("crm"),
                createTable("crm.account", identity("id"), column("name", text())),
                createSequence("ticket", 100, 5),
                grant("all", "crm.account", "reader"),
                revoke("select", "crm.account", "public"),
                dropSequence("ticket"));
        assertThat(rendering.refusals()).isEmpty();
    }

    @Test
    void keyThatActsInACircleIsRefused() {
        render(
                createTable("node", key("id"), column("parent_id", bigint())),
                addForeignKey("node", foreignKey("parent_id", "node", "id", ReferentialAction.CASCADE)));
        isRefused("act in a circle");
    }

    @Test
    void secondWayOfACascadeIsRefused() {
        render(
                createTable("house", key("id")),
                createTable("room", key("id"), column("house_id", bigint())),
                createTable("chair", key("id"), column("room_id", bigint()), column("house_id", bigint())),
                addForeignKey("room", foreignKey("house_id", "house", "id", ReferentialAction.CASCADE)),
                addForeignKey("chair", foreignKey("room_id", "room", "id", ReferentialAction.CASCADE)),
                addForeignKey("chair", foreignKey("house_id", "house", "id", ReferentialAction.SET_NULL)));
        isRefused("SQL Server allows one way");
    }

    @Test
    void filterThatSqlServerDoesNotTakeIsRefused() {
        render(
                createTable("note", key("id"), column("size", integer())),
                createIndex("note", index("size").withWhere(expression("size > 1 or size < -1"))));
        isRefused("joined by AND");
    }

    @Test
    void triggerOfATableWithoutAKeyIsRefused() {
        render(createTable("note", column("body", text())), beforeUpdate("touch", "note", row("body", "x")));
        isRefused("a primary key");
    }

    @Test
    void columnThatAViewShowsStays() {
        render(
                createTable("note", key("id"), column("body", text())),
                createView("v", "select body from note"),
                dropColumn("note", "body"));
        isRefused("would be left without it");
    }
}
