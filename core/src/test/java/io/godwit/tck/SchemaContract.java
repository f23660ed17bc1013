package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.dialect.Feature;
import io.godwit.schema.Name;
import io.godwit.schema.ReferentialAction;
import org.junit.jupiter.api.Test;

/** Tables in schemas: the same answers where the engine has none and folds the schema into the name. */
public interface SchemaContract extends DialectContract {

    private void crm() {
        apply(
                createSchema("crm"),
                createTable("crm.account", key("id"), column("name", text())),
                createTable("crm.contact", key("id"), column("account_id", bigint()), column("email", varchar(80))),
                addForeignKey("crm.contact", foreignKey("account_id", "crm.account", "id", ReferentialAction.CASCADE)),
                createIndex("crm.contact", index("email").withUnique(true)),
                insert("crm.account", row("id", 1, "name", "Acme")),
                insert("crm.contact", row("id", 1, "account_id", 1, "email", "a@example.org")));
    }

    @Test
    default void tablesOfASchemaWorkAsOthersDo() {
        crm();
        violated(insert("crm.contact", row("id", 2, "account_id", 2)));
        violated(insert("crm.contact", row("id", 2, "email", "a@example.org")));
        assertThat(rows("select c.email, a.name from crm.contact c join crm.account a on a.id = c.account_id"))
                .containsExactly("a@example.org, Acme");
    }

    @Test
    default void tablesOfASchemaAreChangedAndRenamed() {
        crm();
        apply(
                addColumn("crm.contact", column("phone", varchar(20))),
                changeType("crm.contact", "email", varchar(120)),
                renameColumn("crm.contact", "email", "mail"),
                renameTable("crm.contact", "crm.person"),
                createView("crm.v", "select mail from crm.person"));
        assertThat(rows("select mail from crm.v")).containsExactly("a@example.org");
        apply(dropView("crm.v"), dropTable("crm.person"));
    }

    @Test
    default void columnsMayBeQualifiedByTheSchemaToo() {
        crm();
        assertThat(rows("select crm.contact.email from crm.contact where crm.contact.id = 1"))
                .containsExactly("a@example.org");
        apply(
                sql(
                        "universal",
                        "UPDATE crm.contact SET email = (SELECT a.name FROM crm.account a WHERE a.id = crm.contact.account_id)"));
        assertThat(rows("select email from crm.contact")).containsExactly("Acme");
        apply(sql("universal", "DELETE FROM crm.contact WHERE crm.contact.email = 'Acme'"));
        assertThat(rows("select id from crm.contact")).isEmpty();
    }

    @Test
    default void sameNameInTwoSchemasIsTwoTables() {
        apply(
                createSchema("crm"),
                createTable("crm.account", key("id")),
                createTable("account", key("id"), column("other", text())),
                insert("crm.account", row("id", 1)));
        assertThat(rows("select id from account")).isEmpty();
        assertThat(rows("select id from crm.account")).containsExactly("1");
        assertThat(introspect("account").columns()).hasSize(2);
        assertThat(introspect("crm.account").columns()).hasSize(1);
    }

    @Test
    default void foreignKeysCrossSchemas() {
        crm();
        apply(
                createTable("invoice", key("id"), column("account_id", bigint())),
                addForeignKey("invoice", foreignKey("account_id", "crm.account", "id")));
        violated(insert("invoice", row("id", 1, "account_id", 9)));
        apply(insert("invoice", row("id", 1, "account_id", 1)));
    }

    @Test
    default void namesOfTheDefaultSchemaMeanTheDefaultSchema() {
        apply(createTable("public.city", key("id")), insert("main.city", row("id", 1)));
        assertThat(rows("select id from city")).containsExactly("1");
        apply(dropTable("dbo.city"));
        assertThat(introspect().tables()).isEmpty();
    }

    @Test
    default void emptySchemaIsDroppedAndAFullOneStays() {
        crm();
        whenSupported(
                Feature.SCHEMAS,
                () -> {
                    rejected(dropSchema("crm"));
                    apply(dropTable("crm.contact"), dropTable("crm.account"), dropSchema("crm"));
                    assertThat(bench().live().hasSchema(Name.of("crm"))).isFalse();
                },
                () -> {
                    apply(dropTable("crm.contact"), dropTable("crm.account"), dropSchema("crm"));
                    assertThat(introspect().tables()).isEmpty();
                });
    }

    @Test
    default void columnsAreQualifiedByTheirTableWithItsSchema() {
        apply(
                createSchema("crm"),
                createTable("crm.account", key("id"), column("logins", bigint())),
                createTable("crm.login", key("id"), column("account_id", bigint())),
                insert("crm.account", row("id", 1), row("id", 2)),
                insert("crm.login", row("id", 1, "account_id", 2), row("id", 2, "account_id", 2)));
        apply(sql(
                "universal",
                "UPDATE crm.account SET logins = (SELECT count(*) FROM crm.login"
                        + " WHERE crm.login.account_id = crm.account.id)"));
        assertThat(rows("select id, logins from crm.account order by crm.account.id"))
                .containsExactly("1, 0", "2, 2");
    }
}
