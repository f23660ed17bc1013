package io.godwit.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.godwit.dialect.Statement;
import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.operation.ChangeType;
import io.godwit.operation.CreateTable;
import io.godwit.operation.CreateView;
import io.godwit.schema.Name;
import io.godwit.schema.Query;
import io.godwit.schema.SimpleType;
import io.godwit.schema.View;
import io.godwit.tck.harness.ObjectVocabulary;
import io.godwit.tck.harness.Workbench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresViewTest implements ObjectVocabulary {

    private final Workbench bench = new Workbench(PostgresTestDatabase.create());

    @BeforeEach
    void createTable() {
        bench.apply(
                new CreateTable(table("t", column("a", SimpleType.INTEGER), column("b", SimpleType.INTEGER)), false));
        bench.apply(insert("t", row("a", 1, "b", 2)));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aNewDefinitionMayHaveOtherColumns() {
        bench.apply(replaceView("v", "SELECT a, b FROM t"));
        bench.apply(replaceView("v", "SELECT b, '$godwit$' AS c FROM t"));

        assertThat(bench.rowsOf("SELECT * FROM v")).containsExactly("2, $godwit$");
        assertThat(bench.surprises()).isEmpty();
    }

    @Test
    void materializedAndPlainReplaceEachOther() {
        bench.apply(replaceMaterialized("v", "SELECT a FROM t"));
        bench.apply(replaceMaterialized("v", "SELECT b FROM t"));
        assertThat(bench.rowsOf("SELECT * FROM v")).containsExactly("2");
        bench.apply(replaceView("v", "SELECT a FROM t"));
        bench.apply(replaceMaterialized("v", "SELECT b FROM t"));
        bench.apply(insert("t", row("b", 3)));
        bench.apply(refreshView("v"));

        assertThat(bench.rowsOf("SELECT * FROM v")).containsExactly("2", "3");
        assertThat(bench.surprises()).isEmpty();
    }

    @Test
    void plainViewsAreNotRefreshed() {
        bench.apply(createView("v", "SELECT a FROM t"));

        assertThatThrownBy(() -> bench.render(refreshView("v")))
                .isInstanceOf(UnsupportedByDialectException.class)
                .hasMessageContaining("the view is not materialized");
    }

    @Test
    void viewsAreAwayWhileWhatTheyShowIsRetyped() {
        bench.apply(createView("w", "SELECT a, b FROM t"));
        bench.apply(createView("v", "SELECT a + 1 AS c FROM w"));
        bench.apply(createView("other", "SELECT b FROM t"));
        ChangeType change = new ChangeType(named("t"), Name.of("a"), SimpleType.BIGINT, null);

        assertThat(bench.render(change))
                .extracting(Statement::sql)
                .satisfiesExactly(
                        sql -> assertThat(sql).isEqualTo("DROP VIEW \"v\""),
                        sql -> assertThat(sql).isEqualTo("DROP VIEW \"w\""),
                        sql -> assertThat(sql).isEqualTo("ALTER TABLE \"t\" ALTER COLUMN \"a\" TYPE bigint"),
                        sql -> assertThat(sql).startsWith("CREATE VIEW \"w\" AS"),
                        sql -> assertThat(sql).startsWith("CREATE VIEW \"v\" AS"));
        assertThat(bench.takeFindings())
                .containsExactly("the view w is dropped and made again", "the view v is dropped and made again");
        bench.apply(change);
        bench.apply(insert("t", row("a", 3_000_000_000L)));
        assertThat(bench.rowsOf("SELECT * FROM v ORDER BY 1")).containsExactly("2", "3000000001");
    }

    @Test
    void materializedViewsAreNotTakenAway() {
        bench.apply(createMaterializedView("m", "SELECT a FROM t"));

        assertThatThrownBy(() -> bench.render(new ChangeType(named("t"), Name.of("a"), SimpleType.BIGINT, null)))
                .isInstanceOf(UnsupportedByDialectException.class)
                .hasMessageContaining("the materialized view m shows it. Instead: dropView before it");
    }

    @Test
    void aStarThatCountsOrMultipliesShowsNoColumn() {
        bench.apply(createMaterializedView("m", "SELECT count(*) AS n, sum(b * b) AS s FROM t"));
        bench.apply(new ChangeType(named("t"), Name.of("a"), SimpleType.BIGINT, null));
        bench.apply(createMaterializedView("all_of_it", "SELECT\n* FROM t"));

        assertThatThrownBy(() -> bench.render(new ChangeType(named("t"), Name.of("a"), SimpleType.INTEGER, null)))
                .isInstanceOf(UnsupportedByDialectException.class)
                .hasMessageContaining("the materialized view all_of_it shows it");
    }

    private CreateView replaceMaterialized(String name, String query) {
        return new CreateView(new View(named(name), Query.of(query), true), true);
    }

    /** Whose rights a view reads with is nothing to lose, nor are its triggers, its comment and what was granted on it. */
    @Test
    void viewsComeBackWithAllThatBelongsToThem() {
        bench.execute(
                "CREATE VIEW v WITH (security_invoker = on) AS SELECT a FROM t WHERE a > 0 WITH LOCAL CHECK OPTION");
        bench.execute("CREATE FUNCTION nothing() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$");
        bench.execute("CREATE TRIGGER instead INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION nothing()");
        bench.execute("CREATE RULE kept AS ON DELETE TO v DO INSTEAD NOTHING");
        bench.execute("COMMENT ON VIEW v IS 'it''s a view'");
        bench.execute("COMMENT ON COLUMN v.a IS 'a number'");
        bench.execute("GRANT SELECT ON v TO PUBLIC");
        bench.execute("CREATE MATERIALIZED VIEW m AS SELECT b FROM t");
        bench.execute("CREATE UNIQUE INDEX once ON m (b)");
        View before = bench.live().view(named("v")).orElseThrow();
        assertThat(before.others()).hasSize(6);

        bench.apply(new ChangeType(named("t"), Name.of("a"), SimpleType.BIGINT, null));
        assertThat(bench.live().view(named("v"))).contains(before);
        bench.apply(dropView("v"), dropView("m"));
        assertThat(bench.undoLast()).isEmpty();
        assertThat(bench.live().view(named("v"))).contains(before);
        assertThat(bench.live().view(named("m")).orElseThrow().others()).hasSize(1);
        bench.apply(replaceView("v", "SELECT a FROM t"));
        assertThat(bench.undoLast()).isEmpty();
        assertThat(bench.live().view(named("v")).orElseThrow().others()).hasSameSizeAs(before.others());
    }
}
