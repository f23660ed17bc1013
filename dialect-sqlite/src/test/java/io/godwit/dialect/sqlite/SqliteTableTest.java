package io.godwit.dialect.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.dialect.FailureKind;
import io.godwit.dialect.Statement;
import io.godwit.operation.Operation;
import io.godwit.schema.Column;
import io.godwit.schema.EngineObject;
import io.godwit.schema.ReferentialAction;
import io.godwit.schema.TableName;
import io.godwit.tck.DialectContract;
import io.godwit.tck.harness.Workbench;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The exact SQL of tables and of what ALTER TABLE does to them. */
class SqliteTableTest implements DialectContract {

    private final Workbench bench = new Workbench(SqliteTestDatabase.create());

    @Override
    public Workbench bench() {
        return bench;
    }

    private String sql(Operation... operations) {
        return bench.render(operations).stream().map(Statement::sql).collect(Collectors.joining(";\n"));
    }

    @Test
    void everyTypeHasItsForm() {
        assertThat(sql(createTable(
                        "t",
                        identity("id"),
                        column("b", bool()),
                        column("s", smallint()),
                        column("i", integer()),
                        column("d", decimal(12, 2)),
                        column("x", decimal(30, 10)),
                        column("f", doublePrecision()),
                        column("v", varchar(20)),
                        column("y", bytes()),
                        column("j", json()),
                        column("e", enumOf("new", "it's")),
                        column("a", arrayOf(integer())),
                        column("n", vector(3)))))
                .isEqualTo("""
                        CREATE TABLE `t` (
                          `id` INTEGER CONSTRAINT `pk_t` PRIMARY KEY AUTOINCREMENT NOT NULL,
                          `b` INTEGER CHECK (`b` IN (0, 1)),
                          `s` SMALLINT,
                          `i` INTEGER,
                          `d` NUMERIC(12,2),
                          `x` DECIMAL_TEXT(30,10),
                          `f` DOUBLE,
                          `v` TEXT CHECK (length(`v`) <= 20),
                          `y` BLOB,
                          `j` TEXT CHECK (`j` IS NULL OR json_valid(`j`)),
                          `e` TEXT CONSTRAINT `ck_t_e_enum` CHECK (`e` IN ('new', 'it''s')),
                          `a` TEXT CHECK (`a` IS NULL OR json_valid(`a`) AND json_type(`a`) = 'array' /* of integer */),
                          `n` TEXT CHECK (`n` IS NULL OR json_valid(`n`) AND json_type(`n`) = 'array' AND json_array_length(`n`) = 3)
                        )""");
    }

    @Test
    void timesAreCheckedToTheMicrosecond() {
        assertThat(sql(createTable("t", column("at", timestamptz()), column("day", date()))))
                .isEqualTo("""
                        CREATE TABLE `t` (
                          `at` TEXT CHECK (substr(`at`, 1, 19) IS strftime('%Y-%m-%dT%H:%M:%S', substr(`at`, 1, 19), '+0 days') \
                        AND substr(`at`, 20) GLOB '.[0-9][0-9][0-9][0-9][0-9][0-9]Z'),
                          `day` TEXT CHECK (`day` IS date(`day`, '+0 days'))
                        )""");
    }

    @Test
    void keysAndConstraintsAreNamedAndCommentsStandInTheText() {
        assertThat(sql(createTable(table("t", key("id"), column("c", text()).withComment("it's /* a */ comment \\ "))
                        .withUniques(List.of(unique("c", "id")))
                        .withForeignKeys(List.of(foreignKey("id", "t", "id", ReferentialAction.CASCADE)))
                        .withChecks(List.of(check("c <> ''")))
                        .withComment("all of it"))))
                .isEqualTo("""
                        CREATE TABLE `t` /* all of it */ (
                          `id` BIGINT NOT NULL,
                          `c` TEXT /* it's /* a *\\/ comment \\\\  */,
                          CONSTRAINT `pk_t` PRIMARY KEY (`id`),
                          CONSTRAINT `uq_t_c_id` UNIQUE (`c`, `id`),
                          CONSTRAINT `fk_t_id` FOREIGN KEY (`id`) REFERENCES `t` (`id`) ON DELETE CASCADE,
                          CONSTRAINT `ck_t_e98b0a9c` CHECK (`c` <> '')
                        )""".replace(
                                "ck_t_e98b0a9c",
                                dialect()
                                        .naming()
                                        .name(named("t"), check("c <> ''"))
                                        .name()
                                        .text()));
    }

    @Test
    void integerKeyIsNoRowNumber() {
        assertThat(sql(createTable("t", column("id", integer()).withPrimaryKey(true))))
                .contains("`id` INT NOT NULL,\n  CONSTRAINT `pk_t` PRIMARY KEY (`id`)");
    }

    @Test
    void numberedColumnKeepsItsTypeByItsRange() {
        apply(createTable("t", column("id", smallint()).withIdentity(true).withPrimaryKey(true)));
        assertThat(introspect("t", "id").type()).isEqualTo(smallint());
        assertThat(introspect("t", "id").identity()).isTrue();
    }

    @Test
    void numberedColumnThatIsNotTheKeyIsRefused() {
        refused(createTable("t", key("id"), column("n", bigint()).withIdentity(true)));
    }

    @Test
    void schemaIsFoldedIntoEveryName() {
        TableName name = TableName.of("plugin", "user profiles");
        assertThat(sql(createTable(table("x", key("id")).withName(name))))
                .startsWith("CREATE TABLE `plugin_user profiles` (");
    }

    @Test
    void plainColumnIsAddedInPlace() {
        apply(createTable("t", key("id")));
        assertThat(sql(addColumn("t", column("n", integer()).notNull().withDefaultValue(value(5)))))
                .isEqualTo("ALTER TABLE `t` ADD COLUMN `n` INTEGER DEFAULT 5 NOT NULL");
    }

    @Test
    void whatAddColumnCannotDoIsARebuild() {
        apply(createTable("t", key("id")));
        Column unique = column("n", integer()).withUnique(true);
        Column computed = column("n", text()).withDefaultValue(expression("lower('X')"));
        Column required = column("n", integer()).notNull();
        for (Column column : List.of(unique, computed, required)) {
            assertThat(sql(addColumn("t", column))).contains("CREATE TABLE `godwit_rebuild_t`");
        }
    }

    @Test
    void changesOfOneTableShareARebuildAndARenameParts() {
        apply(createTable("t", key("id"), column("a", integer()), column("b", text())));
        String shared = sql(setNotNull("t", "a", 1), changeType("t", "b", varchar(9)), addUnique("t", "b"));
        assertThat(shared.split("CREATE TABLE", -1)).hasSize(2);
        String parted = sql(setNotNull("t", "a", 1), renameColumn("t", "b", "c"), dropNotNull("t", "a"));
        assertThat(parted.split("CREATE TABLE", -1)).hasSize(3);
    }

    @Test
    void rebuildSaysAllOfIt() {
        apply(createTable("t", identity("id"), column("a", integer())));
        assertThat(sql(setNotNull("t", "a", 1))).isEqualTo("""
                        PRAGMA legacy_alter_table = ON;
                        CREATE TABLE `godwit_rebuild_t` (
                          `id` INTEGER CONSTRAINT `pk_t` PRIMARY KEY AUTOINCREMENT NOT NULL,
                          `a` INTEGER NOT NULL
                        );
                        INSERT INTO `godwit_rebuild_t` (`id`, `a`) SELECT `id`, coalesce(`a`, 1) FROM `t` ORDER BY rowid;
                        DELETE FROM sqlite_sequence WHERE name = 'godwit_rebuild_t';
                        INSERT INTO sqlite_sequence (name, seq) SELECT 'godwit_rebuild_t', seq FROM sqlite_sequence \
                        WHERE name = 't' COLLATE NOCASE;
                        DROP TABLE `t`;
                        ALTER TABLE `godwit_rebuild_t` RENAME TO `t`;
                        PRAGMA legacy_alter_table = OFF""");
    }

    @Test
    void misspeltColumnIsNoText() {
        apply(createTable("t", key("id"), column("a", text())));
        String misspelt = dialect().syntax().name(io.godwit.schema.Name.of("aa"));
        assertThat(applyExpectingFailure(sql("sqlite", "DELETE FROM t WHERE " + misspelt + " <> ''"))
                        .kind())
                .isEqualTo(FailureKind.MISSING_OBJECT);
    }

    @Test
    void hostMayChooseThePhysicalType() {
        bench.expectAnything();
        io.godwit.dialect.RenderContext context = new io.godwit.dialect.RenderContext(
                bench.live(), new TestTranslator(), java.util.Map.of("uuid", "BLOB"), note -> {});
        assertThat(dialect()
                        .renderer(context)
                        .render(List.of(createTable("t", column("u", uuid()))))
                        .get(0)
                        .sql())
                .isEqualTo("CREATE TABLE `t` (\n  `u` BLOB\n)");
    }

    @Test
    void tableOfAnotherEngineObjectIsMadeWhole() {
        bench.expectAnything();
        assertThat(sql(createTable(table("t", key("id"))
                        .withOthers(List.of(
                                SqliteOptions.STRICT.object(),
                                new EngineObject(
                                        "index",
                                        io.godwit.schema.Name.of("i"),
                                        "CREATE INDEX i ON t (id COLLATE nocase)"))))))
                .endsWith(") STRICT;\nCREATE INDEX i ON t (id COLLATE nocase)");
    }
}
