package io.godwit.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.operation.CreateTrigger;
import io.godwit.operation.Row;
import io.godwit.schema.Name;
import io.godwit.schema.Trigger;
import io.godwit.tck.DialectContract;
import io.godwit.tck.harness.Workbench;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Portable triggers, where a session lets triggers fire themselves and where it does not. */
class SqliteTriggerTest implements DialectContract {

    private static final Set<Trigger.Event> BOTH = EnumSet.of(Trigger.Event.INSERT, Trigger.Event.UPDATE);
    private static final Set<Trigger.Event> UPDATE = EnumSet.of(Trigger.Event.UPDATE);

    private final Workbench bench = new Workbench(SqliteTestDatabase.create());

    @Override
    public Workbench bench() {
        return bench;
    }

    private void start(boolean recursive) {
        apply(createTable(
                "t",
                key("id"),
                column("a", text()),
                column("b", text()),
                column("n", integer()),
                column("m", integer())));
        bench.execute("PRAGMA recursive_triggers = " + recursive);
    }

    private CreateTrigger trigger(String name, Set<Trigger.Event> events, Row set, @Nullable String when) {
        return new CreateTrigger(new Trigger(
                Name.of(name),
                named("t"),
                Trigger.Timing.BEFORE,
                events,
                set.values(),
                when == null ? null : expression(when)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void plainValueIsSetOnce(boolean recursive) {
        start(recursive);
        apply(trigger("g", BOTH, row("b", expression("lower(NEW.a)")), null));
        bench.execute("INSERT INTO t (id, a) VALUES (1, 'X')");
        bench.execute("UPDATE t SET b = 'other'");
        assertThat(bench.rowsOf("SELECT a, b FROM t")).containsExactly("X, x");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void valueMadeOfItselfIsMadeOnce(boolean recursive) {
        start(recursive);
        apply(trigger("g", BOTH, row("n", expression("NEW.n + 1")), null));
        bench.execute("INSERT INTO t (id, n) VALUES (1, 1)");
        assertThat(bench.rowsOf("SELECT n FROM t")).containsExactly("2");
        bench.execute("UPDATE t SET n = 10");
        assertThat(bench.rowsOf("SELECT n FROM t")).containsExactly("11");
        bench.execute("UPDATE t SET a = 'x'");
        assertThat(bench.rowsOf("SELECT n FROM t")).containsExactly("12");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void versionCountsEachUpdate(boolean recursive) {
        start(recursive);
        apply(trigger("g", UPDATE, row("n", expression("OLD.n + 1")), null));
        apply(trigger("h", UPDATE, row("b", expression("upper(NEW.a)")), null));
        bench.execute("INSERT INTO t (id, a, n) VALUES (1, 'x', 1), (2, 'y', 5)");
        bench.execute("UPDATE t SET a = 'z' WHERE id = 1");
        bench.execute("UPDATE t SET a = 'w' WHERE id = 1");
        assertThat(bench.rowsOf("SELECT a, b, n FROM t ORDER BY id")).containsExactly("w, W, 3", "y, NULL, 5");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void randomValueEndsToo(boolean recursive) {
        start(recursive);
        apply(trigger("g", BOTH, row("b", expression("gen_random_uuid()")), null));
        bench.execute("INSERT INTO t (id, a) VALUES (1, 'X')");
        String first = bench.rowsOf("SELECT b FROM t").get(0);
        bench.execute("UPDATE t SET a = 'Y'");
        assertThat(bench.rowsOf("SELECT b FROM t").get(0)).hasSize(36).isNotEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void conditionIsTheAuthors(boolean recursive) {
        start(recursive);
        apply(trigger("g", UPDATE, row("m", 1), "NEW.n > 5 OR NEW.a = 'BEGIN;'"));
        bench.execute("INSERT INTO t (id, n) VALUES (1, 1)");
        bench.execute("UPDATE t SET n = 5");
        assertThat(bench.rowsOf("SELECT m FROM t")).containsExactly("NULL");
        bench.execute("UPDATE t SET n = 6");
        assertThat(bench.rowsOf("SELECT m FROM t")).containsExactly("1");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void triggerComesBackAsItWasWritten(boolean recursive) {
        start(recursive);
        apply(trigger("g */", BOTH, row("n", expression("NEW.n + 1"), "a", "it's; END"), "NEW.n > 5"));
        Trigger read = introspect("t").triggers().get(0);
        assertThat(read.name().text()).isEqualTo("g */");
        assertThat(read.timing()).isEqualTo(Trigger.Timing.BEFORE);
        assertThat(read.events()).isEqualTo(BOTH);
        assertThat(read.when()).isEqualTo(io.godwit.schema.Expression.ofEngine("NEW.n > 5"));
        assertThat(read.set().toString()).contains("NEW.n + 1", "'it''s; END'");
        apply(addColumn("t", column("z", integer())), dropColumn("t", "m"));
        assertThat(introspect("t").triggers()).containsExactly(read);
        bench.execute("INSERT INTO t (id, n) VALUES (1, 6)");
        bench.execute("UPDATE t SET z = 1");
        assertThat(bench.rowsOf("SELECT a, n FROM t")).containsExactly("it's; END, 8");
        apply(dropTrigger("t", "g */"));
        assertThat(bench.rowsOf("SELECT name FROM sqlite_schema WHERE type = 'trigger'"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void tableWithoutRowNumbersHasTriggersToo(boolean recursive) {
        bench.execute("CREATE TABLE t (k TEXT, j TEXT, n INT, PRIMARY KEY (k, j)) WITHOUT ROWID");
        bench.execute("PRAGMA recursive_triggers = " + recursive);
        apply(trigger("g", UPDATE, row("n", expression("OLD.n + 1")), null));
        bench.execute("INSERT INTO t VALUES ('a', 'b', 1), ('a', 'c', 1)");
        bench.execute("UPDATE t SET j = 'd' WHERE j = 'c'");
        assertThat(bench.rowsOf("SELECT j, n FROM t ORDER BY j")).containsExactly("b, 1", "d, 2");
    }
}
