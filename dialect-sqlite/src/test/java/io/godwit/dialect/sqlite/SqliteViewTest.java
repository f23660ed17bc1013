package io.godwit.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.dialect.Statement;
import io.godwit.schema.TableName;
import io.godwit.tck.DialectContract;
import io.godwit.tck.harness.Workbench;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Views, and the tables that stand for materialized ones. */
class SqliteViewTest implements DialectContract {

    private final Workbench bench = new Workbench(SqliteTestDatabase.create());

    @Override
    public Workbench bench() {
        return bench;
    }

    @BeforeEach
    void tableWithRows() {
        apply(
                createTable("t", key("id"), column("name", text())),
                insert("t", row("id", 1, "name", "x"), row("id", 2, "name", "y")));
    }

    @Test
    void materializedViewIsATableThatRemembersItsQuery() {
        apply(createMaterializedView("m", "SELECT name, count(*) AS n FROM t GROUP BY name"));
        bench.execute("DELETE FROM t WHERE id = 1");
        assertThat(bench.rowsOf("SELECT name, n FROM m ORDER BY name")).containsExactly("x, 1", "y, 1");
        apply(refreshView("m"));
        assertThat(bench.rowsOf("SELECT name, n FROM m")).containsExactly("y, 1");
        assertThat(bench.introspect().views().keySet()).containsExactly(TableName.of("m"));
        assertThat(bench.live().table(TableName.of("m"))).isEmpty();
        apply(dropView("m"));
        assertThat(bench.rowsOf("SELECT name FROM sqlite_schema WHERE name LIKE '%m'"))
                .isEmpty();
    }

    @Test
    void plainViewIsNotRefreshed() {
        apply(createView("v", "SELECT name FROM t"));
        refused(refreshView("v"));
        refused(refreshView("nowhere"));
    }

    @Test
    void whatAViewReadsIsNotDropped() {
        apply(
                createView("v", "SELECT a.name FROM public.t a"),
                createView("w", "SELECT * FROM (SELECT name FROM \"v\") x"));
        refused(dropTable("t"));
        refused(dropView("v"));
        assertThat(bench.render(dropTableCascade("t")))
                .extracting(Statement::sql)
                .containsExactly("DROP VIEW IF EXISTS `w`", "DROP VIEW IF EXISTS `v`", "DROP TABLE `t`");
    }

    @Test
    void viewShowsARenamedColumnUnderItsOldName() {
        apply(
                createView(
                        "v", "WITH c AS (SELECT id, name FROM t) SELECT c.name, upper(name) AS up FROM c, (SELECT 1)"),
                createView("w", "SELECT name FROM v UNION SELECT CAST(name AS text) FROM t"));
        apply(renameColumn("t", "name", "select"));
        assertThat(bench.rowsOf("SELECT name, up FROM v ORDER BY 1")).containsExactly("x, X", "y, Y");
        assertThat(bench.rowsOf("SELECT name FROM w ORDER BY 1")).containsExactly("x", "y");
    }

    @Test
    void starShowsTheNewNameAndSaysSo() {
        apply(createView("v", "SELECT * FROM t"));
        apply(renameColumn("t", "name", "title"));
        assertThat(bench.takeFindings()).anyMatch(finding -> finding.contains("shows all columns with *"));
        assertThat(bench.rowsOf("SELECT title FROM v WHERE id = 1")).containsExactly("x");
    }

    @Test
    void triggersOfAViewStayWhileItsColumnsAreRenamedAndComeBackWithIt() {
        bench.execute("CREATE VIEW v AS SELECT id, name FROM t");
        bench.execute("CREATE TRIGGER into_v INSTEAD OF INSERT ON v BEGIN"
                + " INSERT INTO t (id, name) VALUES (NEW.id, NEW.name); END");
        apply(renameColumn("t", "name", "title"));
        assertThat(bench.undoLast()).isEmpty();
        apply(dropView("v"));
        assertThat(bench.undoLast()).isEmpty();
        apply(replaceView("v", "SELECT id, upper(name) AS name FROM t"));
        bench.execute("INSERT INTO v (id, name) VALUES (3, 'z')");
        assertThat(bench.rowsOf("SELECT name FROM v ORDER BY id")).containsExactly("X", "Y", "Z");
    }
}
