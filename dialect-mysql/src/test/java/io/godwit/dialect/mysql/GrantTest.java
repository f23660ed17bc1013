package io.godwit.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GrantTest {

    private static boolean covers(String line, String privilege, String database, String table) {
        return Grant.read(line)
                .filter(grant -> grant.covers(privilege, database, table))
                .isPresent();
    }

    @Test
    void globalGrantCoversEverything() {
        String all = "GRANT ALL PRIVILEGES ON *.* TO `root`@`localhost` WITH GRANT OPTION";
        assertThat(covers(all, "CREATE VIEW", "crm", "people")).isTrue();
        String some = "GRANT SELECT, INSERT, CREATE TEMPORARY TABLES ON *.* TO `app`@`%`";
        assertThat(covers(some, "INSERT", "crm", "people")).isTrue();
        assertThat(covers(some, "CREATE", "crm", "people")).isFalse();
    }

    @Test
    void databaseIsAPattern() {
        String grant = "GRANT CREATE ON `crm\\_%`.* TO `app`@`%`";
        assertThat(covers(grant, "CREATE", "crm_test", "people")).isTrue();
        assertThat(covers(grant, "CREATE", "crmxtest", "people")).isFalse();
        assertThat(covers("GRANT CREATE ON `crm_x`.* TO `app`@`%`", "CREATE", "crm1x", "people"))
                .isTrue();
    }

    @Test
    void privilegeOnSomeColumnsCountsForTheTable() {
        String grant = "GRANT SELECT (`a, b`), UPDATE (`id`, `name`) ON `crm`.`people` TO `app`@`%`";
        assertThat(covers(grant, "UPDATE", "crm", "people")).isTrue();
        assertThat(covers(grant, "UPDATE", "crm", "places")).isFalse();
        assertThat(covers(grant, "INSERT", "crm", "people")).isFalse();
    }

    @Test
    void rolesProxiesAndRoutinesAreNone() {
        assertThat(Grant.read("GRANT `writer`@`%` TO `app`@`%`")).isEmpty();
        assertThat(Grant.read("GRANT PROXY ON ''@'' TO 'root'@'localhost' WITH GRANT OPTION"))
                .isEmpty();
        assertThat(Grant.read("GRANT EXECUTE ON PROCEDURE `crm`.`tidy` TO `app`@`%`"))
                .isEmpty();
    }

    @Test
    void passwordOfMariaDbIsNoPartOfIt() {
        assertThat(covers("GRANT DROP ON *.* TO `app`@`%` IDENTIFIED BY PASSWORD '*B69027'", "DROP", "crm", "people"))
                .isTrue();
    }
}
