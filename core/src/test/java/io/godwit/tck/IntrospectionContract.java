package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.operation.Operation;
import io.godwit.plan.LiveSchema;
import io.godwit.schema.Generated;
import io.godwit.schema.ReferentialAction;
import io.godwit.schema.Schema;
import io.godwit.schema.Table;
import io.godwit.tck.harness.LogicalSchema;
import io.godwit.tck.harness.Workbench;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is read back from a live database is enough to make it again. */
public interface IntrospectionContract extends DialectContract {

    private void world() {
        apply(
                createTable(table(
                                "country",
                                identity("id"),
                                column("name", varchar(40)).notNull().withUnique(true))
                        .withComment("countries")),
                createTable(
                        "city",
                        key("id"),
                        column("name", text()).notNull().withDefaultValue(value("it's new")),
                        column("size", integer()).withCheck(expression("size >= 0")),
                        column("price", decimal(12, 2)).withDefaultValue(number("1.50")),
                        column("ref", uuid()),
                        column("state", enumOf("new", "it's done")).withDefaultValue(value("new")),
                        column("tags", json()).withDefaultValue(jsonValue("{\"a\":1}")),
                        column("seen", timestamptz()).withDefaultValue(expression("now()")),
                        column("gone", bool()).notNull().withDefaultValue(value(false)),
                        column("loud", text()).withGenerated(new Generated(expression("upper(name)"), true)),
                        column("country_id", bigint())),
                addForeignKey("city", foreignKey("country_id", "country", "id", ReferentialAction.SET_NULL)),
                createIndex("city", "name", "size"),
                createIndex("city", index("ref").withUnique(true)),
                beforeUpdate("city_seen", "city", row("seen", expression("now()"))));
    }

    @Test
    default void tablesAreMadeAgainFromWhatIsRead() {
        world();
        Schema before = introspect();
        List<Table> tables = new ArrayList<>(before.tables().values());
        tables.sort(Comparator.comparing((Table table) -> table.foreignKeys().size()));
        try (Workbench second = new Workbench(bench().database().another())) {
            second.apply(tables.stream().map(this::createTable).toArray(Operation[]::new));
            assertThat(LogicalSchema.of(second.introspect(), dialect()).lines())
                    .isEqualTo(LogicalSchema.of(before, dialect()).lines());
            assertThat(second.introspect()).isEqualTo(before);
        }
    }

    @Test
    default void oneTableReadAloneIsAsReadWithTheOthers() {
        world();
        Schema schema = introspect();
        schema.tables()
                .forEach(
                        (name, table) -> assertThat(introspect(name.toString())).isEqualTo(table));
    }

    @Test
    default void referringTablesAreFound() {
        world();
        assertThat(bench().live().referencing(named("country")))
                .extracting(table -> table.name().toString())
                .containsExactly("city");
        assertThat(bench().live().referencing(named("city"))).isEmpty();
    }

    /** However they are asked for: alone, or several together with a name that is not there. */
    @Test
    default void tablesThatArePlannedForAreReadTogether() {
        world();
        apply(createTable("alone", key("id")));
        List<String> names = List.of("city", "country", "alone", "gone");
        LiveSchema together = new LiveSchema(dialect().introspector(), bench().connection());
        together.expect(() -> names.stream().map(this::named).collect(Collectors.toSet()));
        for (String name : names) {
            assertThat(together.table(named(name))).isEqualTo(bench().live().table(named(name)));
            assertThat(together.referencing(named(name)))
                    .isEqualTo(bench().live().referencing(named(name)));
        }
    }

    @Test
    default void godwitsOwnTablesAreNotSeen() {
        bench().execute("CREATE TABLE godwit_migration (id integer)");
        assertThat(introspect().tables()).isEmpty();
    }

    @Test
    default void whatIsNotThereIsEmpty() {
        assertThat(bench().live().table(named("city"))).isEmpty();
        assertThat(bench().live().view(named("city"))).isEmpty();
        assertThat(bench().live().sequence(named("city"))).isEmpty();
        assertThat(bench().live().table(named("crm.city"))).isEmpty();
    }

    @Test
    default void viewIsNoTableAndTableNoView() {
        apply(createTable("city", key("id")), createView("v", "select id from city"));
        assertThat(bench().live().table(named("v"))).isEmpty();
        assertThat(bench().live().view(named("city"))).isEmpty();
        assertThat(bench().live().view(named("v"))).isPresent();
    }
}
