package io.godwit.dialect.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.operation.DropColumn;
import io.godwit.operation.DropConstraint;
import io.godwit.operation.DropTable;
import io.godwit.operation.Operation;
import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import io.godwit.tck.harness.Workbench;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What only PostgreSQL can say of a constraint, and somebody else said, comes back with the constraint. */
class LegacyConstraintTest {

    private static final TableName HOUSE = TableName.of("house");

    private static final String DEFINITIONS =
            "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = 'house'::regclass ORDER BY 1";

    private final Workbench bench = new Workbench(PostgresTestDatabase.create());

    @BeforeEach
    void house() {
        bench.execute("CREATE TABLE town (id integer PRIMARY KEY)");
        bench.execute("""
                CREATE TABLE house (
                  id integer,
                  town integer CONSTRAINT late REFERENCES town (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
                  other integer,
                  size integer CONSTRAINT own CHECK (size > 0) NO INHERIT,
                  place tstzrange,
                  CONSTRAINT apart EXCLUDE USING gist (place WITH &&),
                  CONSTRAINT once UNIQUE (id) INCLUDE (size) DEFERRABLE,
                  CONSTRAINT whole FOREIGN KEY (other) REFERENCES town (id) MATCH FULL
                )""");
        bench.execute("ALTER TABLE house ADD CONSTRAINT unseen CHECK (other > 0) NOT VALID");
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void thereAndBack(Operation operation) {
        List<String> before = bench.rowsOf(DEFINITIONS);
        bench.apply(operation);
        assertThat(bench.undoLast()).as(operation.toString()).isEmpty();
        assertThat(bench.rowsOf(DEFINITIONS)).as(operation.toString()).isEqualTo(before);
    }

    @Test
    void constraintsComeBackAsTheyWere() {
        for (String name : List.of("late", "own", "apart", "once", "whole", "unseen")) {
            thereAndBack(new DropConstraint(HOUSE, Name.of(name)));
        }
    }

    @Test
    void columnsAndTablesComeBackWithThem() {
        for (String name : List.of("town", "other", "place")) {
            bench.apply(new DropColumn(HOUSE, Name.of(name), false));
            bench.undoLast();
        }
        assertThat(bench.rowsOf("SELECT count(*) FROM pg_constraint WHERE conrelid = 'house'::regclass"))
                .containsExactly("6");
        thereAndBack(new DropTable(HOUSE, false, false));
    }
}
