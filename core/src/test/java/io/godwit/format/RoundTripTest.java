package io.godwit.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.godwit.migration.Migration;
import io.godwit.migration.Step;
import io.godwit.operation.DeleteRows;
import io.godwit.operation.Operation;
import io.godwit.operation.SqlFile;
import io.godwit.operation.SqlSource;
import io.godwit.schema.Expression;
import io.godwit.schema.TableName;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RoundTripTest {

    @Property(tries = 100)
    void documentGivesBackTheMigration(@ForAll long seed) {
        Migration migration = RandomMigrations.ofAuthors(seed);
        String written = MigrationWriter.write(migration);
        Migration read = new MigrationReader().read("a", written);

        assertThat(read).isEqualTo(migration);
        assertThat(MigrationWriter.write(read)).isEqualTo(written).endsWith("}\n");
        assertThat(CanonicalHash.hash(read)).isEqualTo(CanonicalHash.hash(migration));
    }

    @Property(tries = 100)
    void historyGivesBackTheMigration(@ForAll long seed) {
        Migration migration = RandomMigrations.ofEngines(seed);
        Migration read = MigrationReader.ofHistory().read("a", CanonicalHash.canonicalDocument(migration));

        assertThat(read).isEqualTo(migration);
        assertThat(CanonicalHash.hash(read)).isEqualTo(CanonicalHash.hash(migration));
        for (int i = 0; i < migration.up().size(); i++) {
            assertThat(fileTexts(read.up().get(i)))
                    .isEqualTo(fileTexts(migration.up().get(i)));
        }
    }

    @Property(tries = 100)
    void inversesComeBackAsTheyWere(@ForAll long seed) {
        List<Operation> operations =
                RandomMigrations.ofEngines(seed).up().get(0).operations();

        assertThat(OperationsText.read(OperationsText.write(operations))).isEqualTo(operations);
    }

    @Test
    void engineSqlHasNoFormForAuthors() {
        Migration migration = Migration.builder("a", "crm", "1.0.0")
                .step("one", new DeleteRows(TableName.of("t"), Expression.ofEngine("ROWNUM = 1")))
                .build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> MigrationWriter.write(migration))
                .withMessageContaining("ROWNUM = 1");
    }

    private static List<String> fileTexts(Step step) {
        return step.sql() == null
                ? List.of()
                : step.sql().texts().values().stream().map(RoundTripTest::text).toList();
    }

    private static String text(SqlSource source) {
        return source instanceof SqlFile file ? file.text() : "";
    }
}
