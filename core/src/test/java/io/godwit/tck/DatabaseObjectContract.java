package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.dialect.Feature;
import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.operation.Operation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sequences, privileges and extensions: there, or refused by name. */
public interface DatabaseObjectContract extends DialectContract {

    @Test
    default void sequenceIsMadeAndDroppedOrRefused() {
        whenSupported(
                Feature.SEQUENCES,
                () -> {
                    apply(createSequence("ticket", 100, 5));
                    assertThat(introspect().sequences()).containsOnlyKeys(named("ticket"));
                    apply(dropSequence("ticket"));
                    assertThat(introspect().sequences()).isEmpty();
                    rejected(dropSequence("ticket"));
                },
                () -> {
                    refused(createSequence("ticket", 100, 5));
                    refused(dropSequence("ticket"));
                });
    }

    @Test
    default void sequenceOfAnIdentityColumnIsNobodysButTheColumns() {
        apply(createTable("city", identity("id")));
        assertThat(introspect().sequences()).isEmpty();
    }

    @Test
    default void privilegeIsGrantedAndRevokedOrRefused() {
        apply(createTable("city", key("id")));
        whenSupported(
                Feature.PRIVILEGES,
                () -> {
                    String role = "godwit_test_" + System.nanoTime();
                    bench().execute("CREATE ROLE " + role);
                    try {
                        apply(grant("select", "city", role));
                        assertThat(privileges(role)).containsExactly("SELECT");
                        apply(revoke("select", "city", role));
                        assertThat(privileges(role)).isEmpty();
                    } finally {
                        bench().execute("DROP ROLE " + role);
                    }
                },
                () -> {
                    refused(grant("select", "city", "reader"));
                    refused(revoke("select", "city", "reader"));
                });
    }

    @Test
    default void everyPrivilegeIsGrantedAndRevokedOrRefused() {
        apply(createTable("city", key("id")));
        String role = "godwit_test_" + System.nanoTime();
        whenSupported(Feature.PRIVILEGES, () -> bench().execute("CREATE ROLE " + role), () -> {});
        try {
            for (String privilege :
                    List.of("select", "insert", "update", "delete", "truncate", "references", "trigger", "all")) {
                if (isRendered(grant(privilege, "city", role))) {
                    apply(grant(privilege, "city", role));
                    apply(revoke(privilege, "city", role));
                    assertThat(privileges(role)).as(privilege).isEmpty();
                } else {
                    refused(grant(privilege, "city", role));
                }
            }
        } finally {
            whenSupported(Feature.PRIVILEGES, () -> bench().execute("DROP ROLE " + role), () -> {});
        }
    }

    private boolean isRendered(Operation operation) {
        try {
            return !bench().render(operation).isEmpty();
        } catch (UnsupportedByDialectException refused) {
            return false;
        }
    }

    private List<String> privileges(String role) {
        return bench().rowsOf("SELECT privilege_type FROM information_schema.table_privileges WHERE grantee LIKE '%"
                + role + "%' AND table_name = 'city'");
    }

    @Test
    default void privilegeThatIsNoneIsRefused() {
        apply(createTable("city", key("id")));
        refused(grant("select on city to x; drop table city", "city", "reader"));
    }

    @Test
    default void extensionIsMadeOrNotNeededWithAFinding() {
        bench().takeFindings();
        whenSupported(Feature.EXTENSIONS, () -> rejected(createExtension("no_such_extension")), () -> {
            assertThat(bench().render(createExtension("pgcrypto"))).isEmpty();
            assertThat(bench().takeFindings()).isNotEmpty();
            assertThat(bench().render(dropExtension("pgcrypto"))).isEmpty();
        });
    }
}
