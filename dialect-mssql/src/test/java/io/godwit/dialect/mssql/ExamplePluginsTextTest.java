package io.godwit.dialect.mssql;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.Godwit;
import io.godwit.OfflineBuilder;
import io.godwit.format.PluginSource;
import io.godwit.plan.Plan;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What SQL Server would get of the example plugins, up and down, read by a T-SQL grammar. */
class ExamplePluginsTextTest {

    private static final Path FOLDER = Path.of("..", "examples", "plugins");

    private static OfflineBuilder offline() {
        return Godwit.offline("sqlserver").plugins(PluginSource.directory(FOLDER));
    }

    private static void isTSql(Plan plan) {
        Grammar grammar = new Grammar();
        assertThat(plan.migrations()).isNotEmpty();
        plan.migrations()
                .forEach(migration -> migration.statements().forEach(statement -> grammar.check(statement.sql())));
    }

    @Test
    void whatTheyMakeIsTSql() {
        isTSql(offline().planUp());
    }

    @Test
    void whatTheyTakeBackIsTSql() {
        isTSql(offline().planDown());
    }
}
