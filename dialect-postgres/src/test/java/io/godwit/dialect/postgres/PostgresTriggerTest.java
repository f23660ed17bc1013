package io.godwit.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.operation.CreateTable;
import io.godwit.operation.CreateTrigger;
import io.godwit.operation.DropTable;
import io.godwit.operation.RenameColumn;
import io.godwit.operation.RenameTable;
import io.godwit.operation.Row;
import io.godwit.schema.Expression;
import io.godwit.schema.Literal;
import io.godwit.schema.Name;
import io.godwit.schema.SimpleType;
import io.godwit.schema.Table;
import io.godwit.schema.Trigger;
import io.godwit.schema.Trigger.Event;
import io.godwit.schema.Trigger.Timing;
import io.godwit.tck.harness.ObjectVocabulary;
import io.godwit.tck.harness.Workbench;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresTriggerTest implements ObjectVocabulary {

    private final Workbench bench = new Workbench(PostgresTestDatabase.create());

    @BeforeEach
    void createTable() {
        bench.apply(new CreateTable(
                table(
                        "t",
                        key("id"),
                        column("a b", SimpleType.TEXT),
                        column("n", SimpleType.INTEGER),
                        column("j", SimpleType.JSON)),
                false));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void rendersAFunctionAndATrigger() {
        assertThat(bench.render(createTrigger(
                        "stamp", "t", Timing.BEFORE, Set.of(Event.INSERT, Event.UPDATE), row("n", 5), "NEW.n > 1")))
                .extracting(Object::toString)
                .containsExactly("""
                        CREATE FUNCTION "stamp_fn"() RETURNS trigger LANGUAGE plpgsql AS $godwit$
                        -- Made by Godwit for one trigger, and dropped with it.
                        BEGIN
                          NEW."n" := 5; -- set
                          RETURN NEW;
                        END
                        $godwit$""", """
                        CREATE TRIGGER "stamp" BEFORE INSERT OR UPDATE ON "t" FOR EACH ROW WHEN (NEW."n" > 1) \
                        EXECUTE FUNCTION "stamp_fn"()""");
    }

    @Test
    void beforeTriggerSetsColumns() {
        bench.apply(createTrigger(
                "stamp",
                "t",
                Timing.BEFORE,
                Set.of(Event.INSERT, Event.UPDATE),
                row("a b", "it's \\ set;\n$godwit$ -- set", "n", expression("NEW.id + 1"), "j", jsonValue("{\"a\":1}")),
                "NEW.id > 1"));
        bench.apply(insert("t", row("id", 1), row("id", 2)));

        assertThat(bench.rowsOf("SELECT \"a b\", n FROM t ORDER BY id", SimpleType.TEXT, SimpleType.INTEGER))
                .containsExactly("NULL, NULL", "it's \\ set;\n$godwit$ -- set, 3");
        Trigger trigger = live("t").triggers().get(0);
        assertThat(trigger.set())
                .containsEntry(Name.of("a b"), Literal.of("it's \\ set;\n$godwit$ -- set"))
                .containsEntry(Name.of("n"), Expression.ofEngine("NEW.\"id\" + 1"))
                .containsEntry(Name.of("j"), Literal.ofJson("{\"a\":1}"));
        assertThat(trigger.when()).isEqualTo(Expression.ofEngine("(new.id > 1)"));
    }

    @Test
    void afterTriggerUpdatesTheRowOnce() {
        bench.apply(createTrigger(
                "count", "t", Timing.AFTER, Set.of(Event.UPDATE), row("n", expression("coalesce(NEW.n, 0) + 1"))));
        bench.apply(insert("t", row("id", 1), row("id", 2)));
        bench.execute("UPDATE t SET \"a b\" = 'x'");
        bench.execute("UPDATE t SET \"a b\" = 'y' WHERE id = 2");

        assertThat(bench.rowsOf("SELECT n FROM t ORDER BY id", SimpleType.INTEGER))
                .containsExactly("1", "2");
    }

    @Test
    void afterTriggerFindsARowWithoutAKey() {
        bench.apply(new CreateTable(table("k", column("n", SimpleType.INTEGER)), false));
        bench.apply(createTrigger("twice", "k", Timing.AFTER, Set.of(Event.INSERT), row("n", expression("NEW.n * 2"))));
        bench.apply(insert("k", row("n", 5), row("n", 5), row("n", 6)));

        assertThat(bench.rowsOf("SELECT sum(n) FROM k", SimpleType.BIGINT)).containsExactly("32");
    }

    @Test
    void whenMayNameTheOldRowOfAnInsert() {
        bench.apply(createTrigger(
                "changed",
                "t",
                Timing.BEFORE,
                Set.of(Event.INSERT, Event.UPDATE),
                row("n", 7),
                "OLD.\"a b\" IS DISTINCT FROM NEW.\"a b\""));
        bench.apply(insert("t", row("id", 1, "a b", "x"), row("id", 2, "n", 1)));

        assertThat(bench.rowsOf("SELECT n FROM t ORDER BY id", SimpleType.INTEGER))
                .containsExactly("7", "1");
        assertThat(live("t").triggers().get(0).when())
                .isEqualTo(Expression.ofEngine("OLD.\"a b\" IS DISTINCT FROM NEW.\"a b\""));
        assertThat(bench.surprises()).isEmpty();
    }

    @Test
    void functionsFollowRenamesAndGoWithTheirTrigger() {
        bench.apply(createTrigger("before", "t", Timing.BEFORE, Set.of(Event.INSERT), row("n", 1), "NEW.id > 0"));
        bench.apply(createTrigger("after", "t", Timing.AFTER, Set.of(Event.INSERT), row("a b", "set")));
        bench.apply(new RenameColumn(named("t"), Name.of("n"), Name.of("New n")));
        bench.apply(new RenameColumn(named("t"), Name.of("id"), Name.of("key")));
        bench.apply(new RenameTable(named("t"), named("u")));
        bench.apply(insert("u", row("key", 1)));

        assertThat(bench.rowsOf("SELECT \"New n\", \"a b\" FROM u", SimpleType.INTEGER, SimpleType.TEXT))
                .containsExactly("1, set");
        assertThat(bench.surprises()).isEmpty();

        bench.apply(dropTrigger("u", "before"));
        assertThat(functions()).containsExactly("after_fn");
        bench.apply(new DropTable(named("u"), false, false));
        assertThat(functions()).isEmpty();
    }

    @Test
    void aTableMadeAgainHasItsTriggers() {
        bench.apply(createTrigger("stamp", "t", Timing.AFTER, Set.of(Event.INSERT), row("n", 1), "NEW.id > 0"));
        Table before = live("t");
        bench.apply(new DropTable(named("t"), false, false));
        bench.apply(new CreateTable(before, false));
        bench.apply(insert("t", row("id", 1)));

        assertThat(live("t")).isEqualTo(before);
        assertThat(bench.rowsOf("SELECT n FROM t", SimpleType.INTEGER)).containsExactly("1");
    }

    @Test
    void othersTriggersAreKeptAsText() {
        bench.execute("CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';"
                + "CREATE TRIGGER other BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION f()");

        assertThat(live("t").triggers()).isEmpty();
        assertThat(live("t").others())
                .extracting(other -> other.sql())
                .singleElement()
                .asString()
                .contains("public.t");
        bench.apply(dropTrigger("t", "other"));
        assertThat(functions()).containsExactly("f");
    }

    @Test
    void whatCannotMeanTheSameIsRefused() {
        assertThatThrownBy(
                        () -> bench.render(createTrigger("x", "t", Timing.BEFORE, Set.of(Event.DELETE), row("n", 1))))
                .isInstanceOf(UnsupportedByDialectException.class)
                .hasMessageContaining("a row that is deleted has no columns to set");
        assertThatThrownBy(() -> bench.render(createTrigger(
                        "x", "t", Timing.BEFORE, Set.of(Event.UPDATE), row("n", 1, "id", expression("NEW.\"n\" + 1")))))
                .isInstanceOf(UnsupportedByDialectException.class)
                .hasMessageContaining("set id before n");
    }

    private CreateTrigger createTrigger(String name, String table, Timing timing, Set<Event> events, Row set) {
        return createTrigger(name, table, timing, events, set, null);
    }

    private List<String> functions() {
        return bench.rowsOf(
                "SELECT proname::text FROM pg_proc WHERE pronamespace = current_schema()::regnamespace",
                SimpleType.TEXT);
    }

    private Table live(String name) {
        return bench.introspect().tables().get(named(name));
    }
}
