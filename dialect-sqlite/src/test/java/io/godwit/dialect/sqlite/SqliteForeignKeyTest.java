package io.godwit.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.godwit.dialect.Statement;
import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.operation.Operation;
import io.godwit.schema.ReferentialAction;
import io.godwit.tck.DialectContract;
import io.godwit.tck.harness.Workbench;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Foreign keys while a rebuild suspends them, and what PostgreSQL would not let happen to them. */
class SqliteForeignKeyTest implements DialectContract {

    private final Workbench bench = new Workbench(SqliteTestDatabase.create());

    @Override
    public Workbench bench() {
        return bench;
    }

    @BeforeEach
    void parentAndChild() {
        apply(
                createTable("p", key("id"), column("v", text())),
                createTable("c", key("id"), column("p", bigint())),
                addForeignKey("c", foreignKey("p", "p", "id", ReferentialAction.CASCADE)),
                insert("p", row("id", 1)),
                insert("c", row("id", 1, "p", 1)));
    }

    private void cannotShareATransactionWithARebuild(Operation operation) {
        List<Statement> statements = bench.render(changeType("p", "v", varchar(5)), operation);
        assertThatThrownBy(() -> dialect().transactions().before(statements))
                .isInstanceOf(UnsupportedByDialectException.class)
                .hasMessageContaining("migration of its own");
    }

    @Test
    void deletedRowsCascadeOrTheTransactionIsRefused() {
        cannotShareATransactionWithARebuild(delete("p", "id = 1"));
        cannotShareATransactionWithARebuild(sql("sqlite", "DELETE FROM main.\"p\""));
        cannotShareATransactionWithARebuild(sql("sqlite", "WITH x AS (SELECT 1) DELETE FROM p WHERE id IN x"));
        cannotShareATransactionWithARebuild(sql("sqlite", "INSERT OR REPLACE INTO p (id) VALUES (1)"));
        cannotShareATransactionWithARebuild(sql("sqlite", "/* a */ REPLACE INTO p (id) VALUES (1)"));
    }

    @Test
    void rowsWithoutActionsMayChangeBesideARebuild() {
        List<Operation> harmless = List.of(
                delete("c", "id = 1"),
                update("p", row("v", "x"), null),
                insert("p", row("id", 2)),
                sql("sqlite", "SELECT 'DELETE FROM p'"));
        for (Operation operation : harmless) {
            List<Statement> statements = bench.render(changeType("p", "v", varchar(5)), operation);
            assertThat(dialect().transactions().before(statements)).containsExactly("PRAGMA foreign_keys = OFF");
        }
    }

    @Test
    void rebuildWithForeignKeysOnFailsBeforeItDropsAnything() {
        List<Statement> statements = bench.render(changeType("p", "v", varchar(5)));
        assertThatThrownBy(() -> {
                    try (java.sql.Statement statement = bench.connection().createStatement()) {
                        statement.execute(statements.get(0).sql());
                    }
                })
                .hasMessageContaining("foreign keys are not suspended");
        assertThat(bench.rowsOf("SELECT id FROM c")).containsExactly("1");
    }

    @Test
    void parentIsNotDroppedUnderItsChildren() {
        refused(dropTable("p"));
        assertThat(bench.rowsOf("SELECT id FROM p")).containsExactly("1");
    }

    @Test
    void cascadeDropsTheKeyAndKeepsTheRows() {
        apply(dropTableCascade("p"));
        assertThat(introspect("c").foreignKeys()).isEmpty();
        assertThat(bench.rowsOf("SELECT id, p FROM c")).containsExactly("1, 1");
    }

    @Test
    void keyThatOthersReferToIsNotDropped() {
        refused(dropPrimaryKey("p"));
        refused(dropColumn("p", "id"));
    }

    @Test
    void foreignKeyNeedsSomethingUnique() {
        refused(addForeignKey("c", foreignKey("p", "p", "v")));
        refused(addForeignKey("c", foreignKey("p", "nowhere", "id")));
    }

    @Test
    void tableThatRestrictsItselfIsDropped() {
        apply(
                createTable("t", key("id"), column("up", bigint())),
                addForeignKey("t", foreignKey("up", "t", "id", ReferentialAction.RESTRICT)),
                insert("t", row("id", 1), row("id", 2, "up", 1)));
        apply(dropTable("t"));
        assertThat(bench.introspect().table(named("t"))).isEmpty();
    }
}
