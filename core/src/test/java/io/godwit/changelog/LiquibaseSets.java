package io.godwit.changelog;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.dialect.Statement;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import liquibase.ChecksumVersion;
import liquibase.ContextExpression;
import liquibase.Labels;
import liquibase.change.Change;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;
import liquibase.database.DatabaseList;
import liquibase.database.core.MSSQLDatabase;
import liquibase.database.core.PostgresDatabase;
import liquibase.parser.core.formattedsql.FormattedSqlChangeLogParser;
import liquibase.resource.ResourceAccessor;
import liquibase.sql.Sql;
import liquibase.sqlgenerator.SqlGeneratorFactory;
import liquibase.statement.SqlStatement;

/** The change sets of a file as Liquibase itself reads them. */
final class LiquibaseSets {

    private static final ScriptChecksum CHECKSUM = new ScriptChecksum();

    private LiquibaseSets() {}

    /** One file's parser, which needs no folder. */
    private static final class Parser extends FormattedSqlChangeLogParser {
        private final byte[] content;

        Parser(byte[] content) {
            this.content = content;
        }

        @Override
        protected InputStream openChangeLogFile(String path, ResourceAccessor resources) {
            return new ByteArrayInputStream(content);
        }
    }

    static void assertSame(byte[] content, List<ScriptSet> sets) {
        String text = new String(content, StandardCharsets.UTF_8);
        LiquibaseThread.call("file.sql", () -> {
            List<ChangeSet> expected = new Parser(content)
                    .parse("file.sql", new ChangeLogParameters(new PostgresDatabase()), null)
                    .getChangeSets();
            assertThat(sets).as(text).hasSameSizeAs(expected);
            for (int index = 0; index < sets.size(); index++) {
                assertSame(expected.get(index), sets.get(index), text);
            }
            return sets;
        });
    }

    private static void assertSame(ChangeSet expected, ScriptSet set, String text) throws Exception {
        ChangeSetHead head = set.head();
        assertThat(head.author()).as(text).isEqualTo(expected.getAuthor());
        assertThat(head.id()).as(text).isEqualTo(expected.getId());
        assertThat(head.is("runintransaction", true)).as(text).isEqualTo(expected.isRunInTransaction());
        assertThat(head.is("ignore", false)).as(text).isEqualTo(expected.isIgnore());
        assertThat(DatabaseList.toDbmsSet(head.engines())).as(text).isEqualTo(expected.getDbmsSet());
        assertThat(head.isChosen()).as(text).isEqualTo(isChosen(expected));
        assertThat(CHECKSUM.of(set, ScriptChecksum.OF_TEXT)).as(text).isEqualTo(checksum(expected, ChecksumVersion.V9));
        assertThat(CHECKSUM.of(set, ScriptChecksum.WITH_OPTIONS))
                .as(text)
                .isEqualTo(checksum(expected, ChecksumVersion.V8));
        assertThat(expected.getPreconditions()).as(text).isNull();
        assertThat(expected.getFilePath()).as(text).isEqualTo("file.sql");
        for (Database database : List.of(new PostgresDatabase(), new MSSQLDatabase())) {
            try {
                List<String> statements = set.statements(database instanceof MSSQLDatabase).stream()
                        .map(Statement::sql)
                        .toList();
                assertThat(statements).as(text).isEqualTo(statements(expected, database));
            } catch (NotPlainException left) {
                assertThat(left).hasMessageMatching("(?s).+");
            }
        }
    }

    private static boolean isChosen(ChangeSet set) {
        ContextExpression contexts = set.getContextFilter();
        Labels labels = set.getLabels();
        return !contexts.isEmpty() || !labels.isEmpty();
    }

    private static String checksum(ChangeSet set, ChecksumVersion version) {
        set.clearCheckSum();
        return set.generateCheckSum(version).toString().toLowerCase(Locale.ROOT);
    }

    private static List<String> statements(ChangeSet set, Database database) {
        List<String> texts = new ArrayList<>();
        for (Change change : set.getChanges()) {
            for (SqlStatement statement : change.generateStatements(database)) {
                Arrays.stream(SqlGeneratorFactory.getInstance().generateSql(statement, database))
                        .map(Sql::toSql)
                        .map(String::strip)
                        .filter(sql -> !sql.isEmpty())
                        .map(ChangeSetRenderer::withoutDelimiter)
                        .forEach(texts::add);
            }
        }
        return texts;
    }
}
