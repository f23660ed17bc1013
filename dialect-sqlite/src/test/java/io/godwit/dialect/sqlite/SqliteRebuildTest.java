package io.godwit.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.dialect.Statement;
import io.godwit.schema.EngineObject;
import io.godwit.schema.Name;
import io.godwit.schema.ReferentialAction;
import io.godwit.schema.Table;
import io.godwit.tck.DialectContract;
import io.godwit.tck.harness.Workbench;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a rebuild keeps, in a file with rows. */
class SqliteRebuildTest implements DialectContract {

    private final Workbench bench = new Workbench(SqliteTestDatabase.create());

    @Override
    public Workbench bench() {
        return bench;
    }

    private Table table() {
        return introspect("t");
    }

    @Test
    void rowNumbersAreKept() {
        bench.execute("CREATE TABLE t (k TEXT, v TEXT)");
        bench.execute("INSERT INTO t (rowid, k) VALUES (7, 'a'), (3, 'b')");
        apply(changeType("t", "v", varchar(5)));
        assertThat(bench.rowsOf("SELECT rowid, k FROM t ORDER BY rowid")).containsExactly("3, b", "7, a");
    }

    @Test
    void rowNumbersAreKeptUnderTheNameThatIsFree() {
        bench.execute("CREATE TABLE t (rowid TEXT, oid TEXT)");
        bench.execute("INSERT INTO t (_rowid_, rowid) VALUES (7, 'a')");
        apply(changeType("t", "oid", varchar(5)));
        assertThat(bench.rowsOf("SELECT _rowid_, rowid FROM t")).containsExactly("7, a");
    }

    @Test
    void counterOfNumbersGoesOn() {
        apply(createTable("t", identity("id"), column("v", text())), insert("t", row("id", 41, "v", "x")));
        bench.execute("DELETE FROM t");
        apply(changeType("t", "v", varchar(5)));
        bench.execute("INSERT INTO t (v) VALUES ('y')");
        assertThat(bench.rowsOf("SELECT id, v FROM t")).containsExactly("42, y");
        assertThat(bench.rowsOf("SELECT count(*) FROM sqlite_sequence")).containsExactly("1");
    }

    @Test
    void whatIsSqlitesAloneIsKept() {
        bench.execute("""
                CREATE TABLE t (
                  a TEXT COLLATE NOCASE NOT NULL ON CONFLICT IGNORE,
                  b VARCHAR(10), c DATETIME DEFAULT CURRENT_TIMESTAMP, d,
                  e TEXT AS (a || 'x') STORED,
                  PRIMARY KEY (a) ON CONFLICT REPLACE,
                  FOREIGN KEY (b) REFERENCES t DEFERRABLE INITIALLY DEFERRED
                ) WITHOUT ROWID""");
        bench.execute("CREATE INDEX i ON t (b COLLATE RTRIM DESC)");
        bench.execute("CREATE TRIGGER g AFTER INSERT ON t BEGIN UPDATE t SET c = 'now; then' WHERE a = NEW.a; END");
        bench.execute("INSERT INTO t (a) VALUES ('x')");
        Table before = table();
        apply(changeType("t", "d", text()));
        Table after = table();
        assertThat(after.others())
                .containsExactlyInAnyOrderElementsOf(before.others().stream()
                        .filter(other -> !other.sql().isEmpty())
                        .toList());
        assertThat(after.others())
                .extracting(EngineObject::sql)
                .contains(
                        "ON CONFLICT IGNORE", "ON CONFLICT REPLACE", "DEFERRABLE INITIALLY DEFERRED", "WITHOUT ROWID");
        assertThat(after.column(Name.of("b")).orElseThrow())
                .isEqualTo(before.column(Name.of("b")).orElseThrow());
        assertThat(after.column(Name.of("c")).orElseThrow())
                .isEqualTo(before.column(Name.of("c")).orElseThrow());
        assertThat(after.foreignKeys()).isEqualTo(before.foreignKeys());
        bench.execute("INSERT INTO t (a) VALUES ('X')");
        assertThat(bench.rowsOf("SELECT a, c, e FROM t")).containsExactly("X, now; then, Xx");
        bench.execute("INSERT INTO t (a) VALUES (NULL)");
        assertThat(bench.rowsOf("SELECT sql FROM sqlite_schema WHERE name = 't'")
                        .get(0))
                .contains(
                        "ON CONFLICT IGNORE", "ON CONFLICT REPLACE", "DEFERRABLE INITIALLY DEFERRED", "WITHOUT ROWID");
    }

    @Test
    void childrenSurviveTheRebuildOfTheirParent() {
        apply(
                createTable("p", key("id"), column("v", text()), column("up", bigint())),
                createTable("c", key("id"), column("p", bigint())),
                addForeignKey("c", foreignKey("p", "p", "id", ReferentialAction.CASCADE)),
                addForeignKey("p", foreignKey("up", "p", "id", ReferentialAction.CASCADE)),
                insert("p", row("id", 1), row("id", 2, "up", 1)),
                insert("c", row("id", 1, "p", 1)));
        List<Statement> statements = bench.render(changeType("p", "v", varchar(5)));
        assertThat(statements).allMatch(one -> one.mode() == Statement.Mode.FOREIGN_KEYS_SUSPENDED);
        apply(changeType("p", "v", varchar(5)));
        assertThat(bench.rowsOf("SELECT id FROM c UNION ALL SELECT id FROM p")).containsExactly("1", "1", "2");
        bench.execute("DELETE FROM p WHERE id = 1");
        assertThat(bench.rowsOf("SELECT id FROM c UNION ALL SELECT id FROM p")).isEmpty();
    }

    @Test
    void tableThatNobodyRefersToNeedsNoSuspension() {
        apply(createTable("t", key("id"), column("v", text())));
        assertThat(bench.render(changeType("t", "v", varchar(5)))).allMatch(one -> one.mode() == Statement.Mode.NORMAL);
    }

    @Test
    void viewsAndTriggersOfOthersGoOnNamingTheTable() {
        bench.execute("CREATE TABLE t (a TEXT, b TEXT)");
        bench.execute("CREATE TABLE log (a TEXT)");
        bench.execute("CREATE VIEW v AS SELECT a FROM t");
        bench.execute("CREATE TRIGGER g AFTER INSERT ON log BEGIN INSERT INTO t (a) VALUES (NEW.a); END");
        apply(changeType("t", "b", varchar(5)));
        bench.execute("INSERT INTO log VALUES ('x')");
        assertThat(bench.rowsOf("SELECT a FROM v")).containsExactly("x");
    }

    @Test
    void columnThatAViewShowsIsNotDropped() {
        bench.execute("CREATE TABLE t (a TEXT, b TEXT, UNIQUE (b))");
        bench.execute("CREATE VIEW v AS SELECT a, b FROM t");
        applyExpectingFailure(dropColumn("t", "b"));
        assertThat(bench.rowsOf("SELECT b FROM v")).isEmpty();
    }

    @Test
    void failureLeavesTheSessionAsItWas() {
        apply(
                createTable("p", key("id"), column("v", text())),
                createTable("c", key("id"), column("p", bigint())),
                addForeignKey("c", foreignKey("p", "p", "id")),
                insert("p", row("id", 1, "v", "too long")));
        applyExpectingFailure(changeType("p", "v", varchar(3)));
        assertThat(bench.rowsOf("SELECT foreign_keys FROM pragma_foreign_keys")).containsExactly("1");
        assertThat(bench.rowsOf("SELECT name FROM sqlite_schema WHERE name LIKE 'godwit%'"))
                .isEmpty();
    }

    @Test
    void checkThatNamesItsTableIsReadWithoutTheName() {
        bench.execute("CREATE TABLE t (a INT CONSTRAINT pos CHECK (t.a > 0 AND \"t\".\"a\" < 9), b TEXT)");
        apply(changeType("t", "b", varchar(5)));
        assertThat(table().checks().get(0).expression().text()).isEqualTo("a > 0 AND a < 9");
    }

    @Test
    void generatedColumnsAreComputedAnew() {
        apply(
                createTable(
                        "t",
                        key("id"),
                        column("n", integer()),
                        column("twice", integer())
                                .withGenerated(new io.godwit.schema.Generated(expression("n * 2"), true))),
                insert("t", row("id", 1, "n", 4)));
        apply(changeType("t", "n", bigint()));
        assertThat(bench.rowsOf("SELECT n, twice FROM t")).containsExactly("4, 8");
    }

    @Test
    void addedNumberFollowsTheOrderOfRows() {
        bench.execute("CREATE TABLE t (a TEXT)");
        bench.execute("INSERT INTO t VALUES ('x'), ('y')");
        apply(addColumn("t", identity("id")));
        assertThat(bench.rowsOf("SELECT id, a FROM t ORDER BY id")).containsExactly("1, x", "2, y");
    }

    @Test
    void rowsThatBreakAForeignKeyAreFoundBeforeCommit() {
        apply(
                createTable("p", key("id"), column("up", bigint())),
                createTable("c", key("id"), column("p", bigint())),
                addForeignKey("c", foreignKey("p", "p", "id")),
                insert("p", row("id", 1, "up", 99)));
        applyExpectingFailure(addForeignKey("p", foreignKey("up", "p", "id")));
        assertThat(table("p").foreignKeys()).isEmpty();
    }

    private Table table(String name) {
        return introspect(name);
    }

    @Test
    void wordsForTypesAndCollationsOfKeysAreKept() {
        bench.execute("""
                CREATE TABLE t (a INT, b DECIMAL(6,2), c DOUBLE PRECISION, d, e INT PRIMARY KEY,
                  UNIQUE (a, b COLLATE NOCASE DESC))""");
        String types = "SELECT name, type FROM pragma_table_info('t') ORDER BY cid";
        List<String> before = bench.rowsOf(types);
        apply(setDefault("t", "a", 1));
        assertThat(bench.rowsOf(types)).isEqualTo(before);
        assertThat(bench.rowsOf("SELECT x.name FROM pragma_index_list('t') l, pragma_index_xinfo(l.name) x"
                        + " WHERE l.origin = 'u' AND x.coll = 'NOCASE' AND x.\"desc\""))
                .containsExactly("b");
        apply(changeType("t", "a", bigint()));
        assertThat(bench.rowsOf("SELECT type FROM pragma_table_info('t') WHERE name = 'a'"))
                .containsExactly("BIGINT");
        bench.execute("DROP TABLE t");
    }

    @Test
    void strictTableComesBackAfterItWasDropped() {
        bench.execute("CREATE TABLE t (a INT PRIMARY KEY, b ANY) STRICT, WITHOUT ROWID");
        apply(dropTable("t"));
        assertThat(bench.undoLast()).isEmpty();
        assertThat(bench.rowsOf("SELECT wr, strict FROM pragma_table_list('t')"))
                .containsExactly("1, 1");
    }
}
