package io.godwit.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.godwit.dialect.Statement;
import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.operation.CreateIndex;
import io.godwit.operation.CreateTable;
import io.godwit.operation.DropIndex;
import io.godwit.schema.Index;
import io.godwit.schema.IndexMethod;
import io.godwit.schema.Name;
import io.godwit.schema.Partition;
import io.godwit.schema.SimpleType;
import io.godwit.schema.VectorType;
import io.godwit.tck.harness.ObjectVocabulary;
import io.godwit.tck.harness.Workbench;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresIndexTest implements ObjectVocabulary {

    private static final String DROP_INVALID = """
            DO $godwit$
            BEGIN
              IF EXISTS (SELECT FROM pg_index WHERE indexrelid = to_regclass('"ux_t_a"') AND NOT indisvalid) THEN
                DROP INDEX "ux_t_a";
              END IF;
            END
            $godwit$""";

    private final PostgresTestDatabase database = PostgresTestDatabase.create();
    private final Workbench bench = new Workbench(database);

    @BeforeEach
    void createTable() {
        bench.apply(new CreateTable(
                table("t", column("a", SimpleType.TEXT), column("j", SimpleType.JSON), column("b", SimpleType.TEXT)),
                false));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void concurrentIndexesAreMadeOutsideTransactions() {
        assertThat(bench.render(new CreateIndex(named("t"), index("a").withUnique(true), true, false)))
                .containsExactly(
                        new Statement(DROP_INVALID, Statement.Mode.OUTSIDE_TRANSACTION),
                        new Statement(
                                "CREATE UNIQUE INDEX CONCURRENTLY \"ux_t_a\" ON \"t\" (\"a\")",
                                Statement.Mode.OUTSIDE_TRANSACTION));
        assertThat(bench.render(new DropIndex(named("t"), Name.of("ux_t_a"), true, true)))
                .containsExactly(new Statement(
                        "DROP INDEX CONCURRENTLY IF EXISTS \"ux_t_a\"", Statement.Mode.OUTSIDE_TRANSACTION));
    }

    @Test
    void anInvalidIndexIsNeverTakenForTheRealOne() throws SQLException {
        bench.apply(insert("t", row("a", "x"), row("a", "x")));
        CreateIndex create = new CreateIndex(named("t"), index("a").withUnique(true), true, true);
        assertThatThrownBy(() -> runOutside(create)).isInstanceOf(SQLException.class);
        assertThat(bench.rowsOf("SELECT indisvalid FROM pg_index WHERE indexrelid = 'ux_t_a'::regclass"))
                .containsExactly("false");
        assertThat(bench.introspect().tables().get(named("t")).indexes()).isEmpty();

        bench.apply(delete("t", null));
        runOutside(create);

        assertThat(bench.introspect().tables().get(named("t")).indexes())
                .extracting(Index::name)
                .containsExactly(Name.of("ux_t_a"));
        runOutside(create);
    }

    @Test
    void ifNotExistsInATransactionMindsInvalidOnesToo() {
        assertThat(bench.render(new CreateIndex(named("t"), index("a").withUnique(true), false, true)))
                .containsExactly(
                        Statement.of(DROP_INVALID),
                        Statement.of("CREATE UNIQUE INDEX IF NOT EXISTS \"ux_t_a\" ON \"t\" (\"a\")"));
    }

    @Test
    void eachMethodHasItsForm() {
        assertThat(sql(index("j").withMethod(IndexMethod.JSON)))
                .isEqualTo("CREATE INDEX \"ix_t_j\" ON \"t\" USING gin (\"j\" jsonb_path_ops)");
        assertThat(sql(index("a", "b").withMethod(IndexMethod.FULLTEXT)))
                .isEqualTo("CREATE INDEX \"ix_t_a_b\" ON \"t\" USING gin"
                        + " (to_tsvector('simple', coalesce(\"a\", '') || ' ' || coalesce(\"b\", '')))");
        assertThat(sql(index("a").withMethod(IndexMethod.VECTOR)))
                .isEqualTo("CREATE INDEX \"ix_t_a\" ON \"t\" USING hnsw (\"a\" vector_cosine_ops)");
    }

    @Test
    void whatAMethodCannotDoIsRefused() {
        assertThatThrownBy(() -> sql(index("j").withMethod(IndexMethod.JSON).withUnique(true)))
                .isInstanceOf(UnsupportedByDialectException.class)
                .hasMessageContaining("index ux_t_j of the method json: it cannot be unique");
        assertThatThrownBy(() -> sql(index("a", "b").withMethod(IndexMethod.VECTOR)))
                .isInstanceOf(UnsupportedByDialectException.class)
                .hasMessageContaining("it takes one column");
    }

    @Test
    void vectorsNeedTheirExtension() {
        assertThatThrownBy(() -> bench.apply(new CreateTable(table("v", column("e", new VectorType(3))), false)))
                .hasMessageContaining("type \"vector\" does not exist");
        assertThat(bench.takeFindings())
                .containsExactly("column e needs the extension vector (pgvector): createExtension vector before it");
    }

    @Test
    void partitionedTablesKeepToTheirRules() {
        bench.apply(new CreateTable(
                table("p", column("a", SimpleType.TEXT), column("b", SimpleType.TEXT))
                        .withPartition(new Partition(Partition.Kind.LIST, names("a"))),
                false));

        assertThatThrownBy(() ->
                        bench.render(new CreateIndex(named("p"), index("b").withUnique(true), false, false)))
                .isInstanceOf(UnsupportedByDialectException.class)
                .hasMessageContaining("the unique index must hold the columns of partitionBy. Instead: add [a]");
        assertThat(bench.render(new CreateIndex(named("p"), index("b"), true, false)))
                .containsExactly(Statement.of("CREATE INDEX \"ix_p_b\" ON \"p\" (\"b\")"));
    }

    private String sql(Index index) {
        return bench.render(new CreateIndex(named("t"), index, false, false))
                .get(0)
                .sql();
    }

    private void runOutside(CreateIndex create) throws SQLException {
        List<Statement> statements = bench.render(create);
        try (Connection connection = database.dataSource().getConnection();
                java.sql.Statement statement = connection.createStatement()) {
            for (Statement each : statements) {
                statement.execute(each.sql());
            }
        }
    }
}
