package io.godwit.dialect.mssql;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a server is told, as its manual wants it. */
class MsSqlServerBackupTest {

    private static final String FILE = "D:\\it's\\crm.bak";

    private final List<String> told = new ArrayList<>();

    @Test
    void aBackupLeavesTheChainAloneAndIsVerified() throws SQLException {
        new MsSqlServerBackup().write(connection(), FILE);
        assertThat(told)
                .containsExactly(
                        "BACKUP DATABASE [a]]b] TO DISK = N'D:\\it''s\\crm.bak' WITH COPY_ONLY, CHECKSUM, FORMAT, INIT",
                        "RESTORE VERIFYONLY FROM DISK = N'D:\\it''s\\crm.bak' WITH CHECKSUM");
    }

    @Test
    void theWayBackIsTold() throws SQLException {
        assertThat(new MsSqlServerBackup().restoring(connection(), FILE))
                .containsExactly(
                        "ALTER DATABASE [a]]b] SET SINGLE_USER WITH ROLLBACK IMMEDIATE",
                        "RESTORE DATABASE [a]]b] FROM DISK = N'D:\\it''s\\crm.bak' WITH REPLACE, CHECKSUM",
                        "ALTER DATABASE [a]]b] SET MULTI_USER");
        assertThat(told).isEmpty();
    }

    private Connection connection() {
        return fake(
                Connection.class,
                (proxy, method, arguments) -> method.getName().equals("getCatalog") ? "a]b" : statement());
    }

    private Statement statement() {
        return fake(Statement.class, (proxy, method, arguments) -> {
            if (!method.getName().equals("execute")) {
                return null;
            }
            told.add((String) arguments[0]);
            return false;
        });
    }

    private static <T> T fake(Class<T> type, InvocationHandler answers) {
        return type.cast(
                Proxy.newProxyInstance(MsSqlServerBackupTest.class.getClassLoader(), new Class<?>[] {type}, answers));
    }
}
