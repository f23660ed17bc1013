package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.FailureKind;
import io.godwit.dialect.Feature;
import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.operation.Operation;
import io.godwit.schema.Column;
import io.godwit.schema.ColumnType;
import io.godwit.schema.Name;
import io.godwit.schema.Schema;
import io.godwit.schema.Table;
import io.godwit.tck.harness.ApplyFailedException;
import io.godwit.tck.harness.ContractReport;
import io.godwit.tck.harness.LogicalSchema;
import io.godwit.tck.harness.ObjectVocabulary;
import io.godwit.tck.harness.OperationVocabulary;
import io.godwit.tck.harness.TypeVocabulary;
import io.godwit.tck.harness.Workbench;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What every contract is written with. A contract applies operations and looks at their effect on a real database; after each
 * one the introspected schema must be what the operations say, on every engine.
 */
@ExtendWith(ContractReport.class)
public interface DialectContract extends TypeVocabulary, OperationVocabulary, ObjectVocabulary {

    /** The bench over the test's own empty database; the same one for the whole of a test. */
    Workbench bench();

    @AfterEach
    default void clearTheBench() {
        bench().close();
    }

    default Dialect dialect() {
        return bench().dialect();
    }

    /** Runs the operations as one step, in one transaction. */
    default void apply(Operation... operations) {
        bench().apply(operations);
    }

    /** Runs the operations as one step that must fail on the database, and gives back how. */
    default ApplyFailedException applyExpectingFailure(Operation... operations) {
        ApplyFailedException failure =
                catchThrowableOfType(ApplyFailedException.class, () -> bench().apply(operations));
        assertThat(failure).as("the failure of the database").isNotNull();
        return failure;
    }

    /** The operations must be refused by name, with something to do instead, and leave the database as it is. */
    default void refused(Operation... operations) {
        List<String> before = logicalSchema().lines();
        assertThatThrownBy(() -> apply(operations))
                .isInstanceOfSatisfying(UnsupportedByDialectException.class, refusal -> {
                    assertThat(refusal.unsupported().engine())
                            .isEqualTo(dialect().engine());
                    assertThat(refusal.unsupported().construct()).isNotBlank();
                    assertThat(refusal.unsupported().reason()).isNotBlank();
                    assertThat(refusal.unsupported().alternative()).isNotBlank();
                });
        assertThat(logicalSchema().lines()).isEqualTo(before);
    }

    /** The database, or the dialect before it, must not take the operations, and nothing of them may be left. */
    default void rejected(Operation... operations) {
        List<String> before = logicalSchema().lines();
        assertThatThrownBy(() -> apply(operations))
                .isInstanceOfAny(
                        ApplyFailedException.class,
                        UnsupportedByDialectException.class,
                        IllegalArgumentException.class);
        assertThat(logicalSchema().lines()).isEqualTo(before);
    }

    /** The rows must break a constraint of the database. */
    default void violated(Operation... operations) {
        assertThat(applyExpectingFailure(operations).kind()).isEqualTo(FailureKind.CONSTRAINT);
    }

    /** The contract of a feature, both ways: never skipped. */
    default void whenSupported(Feature feature, Runnable supported, Runnable otherwise) {
        if (dialect().supports(feature)) {
            supported.run();
        } else {
            otherwise.run();
        }
    }

    default Schema introspect() {
        return bench().introspect();
    }

    default LogicalSchema logicalSchema() {
        return LogicalSchema.of(introspect(), dialect());
    }

    /** The introspected table, by the name that documents use. */
    default Table introspect(String table) {
        return bench().live()
                .table(named(table))
                .orElseThrow(() -> new AssertionError("there is no table " + table + " but " + introspect()));
    }

    default Column introspect(String table, String column) {
        return introspect(table)
                .column(Name.of(column))
                .orElseThrow(() -> new AssertionError("there is no column " + column + " in " + introspect(table)));
    }

    /** The rows of a universal SELECT: values joined by a comma and a space; by type where the text depends on it. */
    default List<String> rows(String select, ColumnType... types) {
        return bench().rows(select, types);
    }
}
