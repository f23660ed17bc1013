package io.godwit.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.dialect.Statement;
import io.godwit.operation.CreateTable;
import io.godwit.schema.SimpleType;
import io.godwit.tck.harness.ObjectVocabulary;
import io.godwit.tck.harness.Workbench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresRowsTest implements ObjectVocabulary {

    private final Workbench bench = new Workbench(PostgresTestDatabase.create());

    @BeforeEach
    void createTable() {
        bench.apply(createSchema("my schema"));
        bench.apply(new CreateTable(table("my schema.It's", identity("Key's"), column("n", SimpleType.TEXT)), false));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void theSequenceIsMovedOnAndNeverBack() {
        bench.apply(insert("my schema.It's", row("Key's", 100, "n", "a")));
        bench.apply(insert("my schema.It's", row("n", "b")));
        bench.apply(insert("my schema.It's", row("Key's", 5, "n", "c")));
        bench.apply(insert("my schema.It's", row("Key's", -7, "n", "d")));
        bench.apply(upsert("my schema.It's", "Key's", row("Key's", 200, "n", "e")));
        bench.apply(insert("my schema.It's", row("n", "f")));

        assertThat(bench.rowsOf(
                        "SELECT \"Key's\", n FROM \"my schema\".\"It's\" ORDER BY n",
                        SimpleType.BIGINT,
                        SimpleType.TEXT))
                .containsExactly("100, a", "101, b", "5, c", "-7, d", "200, e", "201, f");
    }

    @Test
    void nullAsksForTheNextNumber() {
        bench.apply(insert("my schema.It's", row("Key's", null, "n", "a"), row("Key's", null, "n", "b")));

        assertThat(bench.rowsOf("SELECT \"Key's\" FROM \"my schema\".\"It's\"", SimpleType.BIGINT))
                .containsExactly("1", "2");
    }

    @Test
    void aKeyThatComesTwiceIsUpsertedTwice() {
        bench.apply(upsert("my schema.It's", "Key's", row("Key's", 1, "n", "a"), row("Key's", 1, "n", "b")));

        assertThat(bench.rowsOf("SELECT n FROM \"my schema\".\"It's\"", SimpleType.TEXT))
                .containsExactly("b");
    }

    @Test
    void rendersTheMoveAfterTheRows() {
        assertThat(bench.render(insert("my schema.It's", row("Key's", 1))))
                .extracting(Statement::sql)
                .containsExactly(
                        "INSERT INTO \"my schema\".\"It's\" (\"Key's\") VALUES\n  (1)",
                        "SELECT setval(pg_get_serial_sequence('\"my schema\".\"It''s\"', 'Key''s'), greatest_value)"
                                + " FROM (SELECT max(\"Key's\") AS greatest_value FROM \"my schema\".\"It's\") AS rows"
                                + " WHERE greatest_value > coalesce(pg_sequence_last_value("
                                + "pg_get_serial_sequence('\"my schema\".\"It''s\"', 'Key''s')::regclass), 0)");
        assertThat(bench.render(insert("my schema.It's", row("n", "a")))).hasSize(1);
    }
}
