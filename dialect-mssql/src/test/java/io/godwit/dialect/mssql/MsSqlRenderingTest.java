package io.godwit.dialect.mssql;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.operation.Operation;
import io.godwit.schema.Column;
import io.godwit.schema.Generated;
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
    void numbersOfUniversalInsertsArePermitted() {
        render(createTable("city", identity("id"), column("name", varchar(20))));
        render(sql(
                "universal",
                "INSERT INTO city VALUES (7, 'Oslo') ON CONFLICT (id) DO UPDATE SET name = excluded.name"));
        String rows = "(VALUES (7, N'Oslo')) AS [excluded]([id], [name])";
        assertThat(rendering.statements().subList(1, 3))
                .containsExactly(
                        "UPDATE [city] SET [name] = [excluded].[name] FROM [city], " + rows
                                + " WHERE [city].[id] = [excluded].[id]",
                        "SET IDENTITY_INSERT [city] ON;\nBEGIN TRY\nINSERT INTO [city] ([id], [name])"
                                + " SELECT [excluded].[id], [excluded].[name] FROM " + rows
                                + " WHERE NOT EXISTS (SELECT 1 FROM [city] AS [godwit_present]"
                                + " WHERE [godwit_present].[id] = [excluded].[id]);\nSET IDENTITY_INSERT [city] OFF;\n"
                                + "END TRY\nBEGIN CATCH\nSET IDENTITY_INSERT [city] OFF;\nTHROW;\nEND CATCH");
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

    @Test
    void keyThatMayBeTooLongIsSaid() {
        render(
                createTable(
                        "page",
                        column("path", varchar(450)).withPrimaryKey(true),
                        column("title", varchar(850)),
                        column("url", varchar(900)).withUnique(true)),
                createIndex("page", "title"),
                createIndex("page", "path", "title"));
        assertThat(rendering.findings())
                .containsExactly(
                        "SQL Server's key over [url] of page holds 1700 bytes: rows with more, up to 1800, are refused when they are"
                                + " written.",
                        "SQL Server's key over [path, title] of page holds 1700 bytes: rows with more, up to 2600, are refused when"
                                + " they are written.");
        render(createTable("label", column("text", varchar(451)).withPrimaryKey(true)));
        assertThat(rendering.findings()).hasSize(3).last().asString().contains("900 bytes", "902");
    }

    @Test
    void whatIsOverAComputedColumnGoesAndComesBackWithIt() {
        Column sum = column("sum", integer()).notNull().withGenerated(new Generated(expression("size + 1"), true));
        render(
                createTable("note", key("id"), column("size", integer()), sum),
                createIndex("note", "sum"),
                addUnique("note", "sum"),
                addForeignKey("note", foreignKey("sum", "note", "id")),
                createTable("copy", key("id"), column("note_sum", integer())),
                addForeignKey("copy", foreignKey("note_sum", "note", "sum")));
        int before = rendering.statements().size();
        render(renameColumn("note", "size", "length"));
        assertThat(rendering.statements().subList(before, rendering.statements().size()))
                .containsSubsequence(
                        "ALTER TABLE [copy] DROP CONSTRAINT [fk_copy_note_sum]",
                        "ALTER TABLE [note] DROP CONSTRAINT [fk_note_sum]",
                        "DROP INDEX [ix_note_sum] ON [note]",
                        "ALTER TABLE [note] DROP CONSTRAINT [uq_note_sum]",
                        "ALTER TABLE [note] DROP COLUMN [sum]",
                        "ALTER TABLE [note] ADD [sum] AS (CAST([length] + 1 AS INT)) PERSISTED NOT NULL",
                        "ALTER TABLE [note] ADD CONSTRAINT [uq_note_sum] UNIQUE ([sum])",
                        "CREATE INDEX [ix_note_sum] ON [note] ([sum])",
                        "ALTER TABLE [note] ADD CONSTRAINT [fk_note_sum] FOREIGN KEY ([sum]) REFERENCES [note] ([id])",
                        "ALTER TABLE [copy] ADD CONSTRAINT [fk_copy_note_sum] FOREIGN KEY ([note_sum]) REFERENCES [note] ([sum])");
    }
}
