package io.godwit.dialect.mssql;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.dialect.PrivilegeNeed;
import io.godwit.dialect.PrivilegeNeed.Act;
import io.godwit.schema.TableName;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MsSqlPrivilegesTest {

    private final MsSqlSyntax syntax = new MsSqlSyntax(MsSqlVersion.OLDEST);

    private List<Permission> permissions(Act act, String object, boolean ownGround) {
        return Permission.of(new PrivilegeNeed(act, TableName.parse(object), ownGround), syntax);
    }

    @Test
    void questionIsOneQueryThatTheGrammarReads() {
        List<Permission> all = Arrays.stream(Act.values())
                .flatMap(act -> permissions(act, "crm.people", false).stream())
                .toList();
        String question = new MsSqlPrivileges(syntax).question(all);
        new Grammar().check(question);
        assertThat(question)
                .contains(
                        "(0, QUOTENAME(DB_NAME()), N'DATABASE', N'CREATE TABLE')",
                        "(1, N'[crm]', N'SCHEMA', N'ALTER')",
                        "N'[crm].[people]', N'OBJECT', N'INSERT'");
    }

    @Test
    void whatThePlanMakesIsNotAskedAbout() {
        assertThat(permissions(Act.INSERT_ROWS, "people", true)).isEmpty();
        assertThat(permissions(Act.CREATE_TABLE, "crm.people", true))
                .extracting(Permission::name)
                .containsExactly("CREATE TABLE");
    }

    @Test
    void remedyIsTheGrantThatHelps() {
        assertThat(permissions(Act.CREATE_TABLE, "people", false))
                .extracting(permission -> permission.lack("[app]", "[dbo]").remedy())
                .containsExactly("GRANT CREATE TABLE TO [app];", "GRANT ALTER ON SCHEMA::[dbo] TO [app];");
        assertThat(permissions(Act.ALTER_TABLE, "crm.people", false))
                .extracting(permission -> permission.lack("[app]", "[dbo]").remedy())
                .containsExactly("GRANT ALTER ON OBJECT::[crm].[people] TO [app];");
    }
}
