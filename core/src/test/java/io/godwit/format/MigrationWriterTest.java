package io.godwit.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.godwit.migration.Category;
import io.godwit.migration.ExpectedChanges;
import io.godwit.migration.Migration;
import io.godwit.migration.MigrationType;
import io.godwit.migration.RiskLevel;
import io.godwit.migration.Step;
import io.godwit.operation.CreateTable;
import io.godwit.operation.DropTable;
import io.godwit.operation.InsertRows;
import io.godwit.operation.Row;
import io.godwit.schema.Column;
import io.godwit.schema.Literal;
import io.godwit.schema.Name;
import io.godwit.schema.SimpleType;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MigrationWriterTest {

    private static final TableName CONTACTS = TableName.of("crm", "contacts");

    @Test
    void documentReadsLikeOneThatAPersonWrote() {
        Migration migration = Migration.builder("crm-0001-contacts", "crm", "1.0.0")
                .name("Contacts")
                .type(MigrationType.SCHEMA)
                .category(Category.INSTALL)
                .dependsOn("identity-0003-users", "billing@>=1.2 <2")
                .riskLevel(RiskLevel.MEDIUM)
                .databaseEngines("postgresql", "mysql")
                .step("create", new CreateTable(contacts(), false), new InsertRows(CONTACTS, List.of(row(1), row(2))))
                .step(Step.builder("fill")
                        .sql("universal", "UPDATE crm.contacts SET name = 'x'")
                        .dependsOn("create")
                        .timeout(30)
                        .expectedChanges(new ExpectedChanges(2L, null, null))
                        .build())
                .downStep("drop", new DropTable(CONTACTS, true, false))
                .build();

        assertThat(MigrationWriter.write(migration)).isEqualTo("""
                {
                  "format": "portable-migration-v1",
                  "migration": {
                    "id": "crm-0001-contacts",
                    "pluginId": "crm",
                    "version": "1.0.0",
                    "name": "Contacts",
                    "type": "schema",
                    "category": "install",
                    "dependencies": ["identity-0003-users", "billing@>=1.2 <2"],
                    "riskLevel": "medium",
                    "databaseEngines": ["postgresql", "mysql"],
                    "steps": {
                      "up": [
                        {
                          "id": "create",
                          "operations": [
                            {
                              "createTable": {
                                "table": "crm.contacts",
                                "columns": [
                                  {"name": "id", "type": "bigint", "primaryKey": true, "identity": true},
                                  {"name": "name", "type": "text", "nullable": false}
                                ]
                              }
                            },
                            {
                              "insertRows": {
                                "table": "crm.contacts",
                                "rows": [{"name": 1}, {"name": 2}]
                              }
                            }
                          ]
                        },
                        {
                          "id": "fill",
                          "dependencies": ["create"],
                          "sql": {"universal": "UPDATE crm.contacts SET name = 'x'"},
                          "expectedChanges": {"rows": 2},
                          "timeout": 30
                        }
                      ],
                      "down": [
                        {
                          "id": "drop",
                          "operations": [
                            {"dropTable": {"table": "crm.contacts", "ifExists": true}}
                          ]
                        }
                      ]
                    }
                  }
                }
                """);
        assertThat(new MigrationReader().read("a", MigrationWriter.write(migration)))
                .isEqualTo(migration);
    }

    @Test
    void builderKnowsNoTwoWaysDown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Migration.builder("a", "crm", "1.0.0")
                        .step("one", new DropTable(CONTACTS, true, false))
                        .downStep("one", new DropTable(CONTACTS, true, false))
                        .irreversible("gone")
                        .build())
                .withMessageContaining("says that it has none");
    }

    private static Table contacts() {
        return Table.of(
                CONTACTS,
                List.of(
                        Column.of("id", SimpleType.BIGINT).withPrimaryKey(true).withIdentity(true),
                        Column.of("name", SimpleType.TEXT).notNull()));
    }

    private static Row row(long number) {
        return new Row(Map.of(Name.of("name"), Literal.of(number)));
    }
}
