package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.dialect.FailureKind;
import io.godwit.dialect.Feature;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A step that fails in its middle. */
public interface TransactionContract extends DialectContract {

    @Test
    default void failureInTheMiddleLeavesNothing() {
        apply(createTable("city", key("id"), column("name", text())), insert("city", row("id", 1, "name", "Oslo")));
        List<String> before = logicalSchema().lines();
        applyExpectingFailure(
                createTable("lake", key("id")),
                addColumn("city", column("size", integer())),
                update("city", row("name", "Rome"), null),
                insert("city", row("id", 1)));
        whenSupported(
                Feature.TRANSACTIONAL_DDL,
                () -> {
                    assertThat(logicalSchema().lines()).isEqualTo(before);
                    assertThat(rows("select id, name from city")).containsExactly("1, Oslo");
                },
                () -> {
                    bench().expectAPart();
                    assertThat(introspect().tables()).containsKeys(named("city"), named("lake"));
                });
    }

    @Test
    default void failureInTheMiddleOfARebuildLeavesNothing() {
        apply(
                createTable("country", key("id")),
                createTable("city", key("id"), column("name", text()), column("country_id", bigint())),
                addForeignKey("city", foreignKey("country_id", "country", "id")),
                insert("city", row("id", 1, "name", null)));
        whenSupported(
                Feature.TRANSACTIONAL_DDL,
                () -> rejected(
                        changeType("city", "id", integer()),
                        dropColumn("city", "country_id"),
                        setNotNull("city", "name")),
                () -> rejected(setNotNull("city", "name")));
        assertThat(rows("select id, name, country_id from city")).containsExactly("1, NULL, NULL");
        violated(insert("city", row("id", 2, "country_id", 9)));
    }

    @Test
    default void workGoesOnAfterAFailure() {
        apply(createTable("city", key("id")), insert("city", row("id", 1)));
        violated(insert("city", row("id", 1)));
        apply(insert("city", row("id", 2)), setDefault("city", "id", 9));
        assertThat(rows("select id from city order by id")).containsExactly("1", "2");
    }

    @Test
    default void foreignKeysAreCheckedBeforeCommit() {
        apply(
                createTable("country", key("id")),
                createTable("city", key("id"), column("name", text()), column("country_id", bigint())),
                addForeignKey("city", foreignKey("country_id", "country", "id")),
                insert("country", row("id", 1)),
                insert("city", row("id", 1, "country_id", 1)));
        assertThat(applyExpectingFailure(setNotNull("city", "country_id"), delete("country", null))
                        .kind())
                .isEqualTo(FailureKind.CONSTRAINT);
        if (!dialect().supports(Feature.TRANSACTIONAL_DDL)) {
            bench().expectAPart();
        }
        assertThat(rows("select id from country")).containsExactly("1");
    }
}
