package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.dialect.Feature;
import io.godwit.operation.DropIndex;
import io.godwit.operation.EngineSql;
import io.godwit.schema.Check;
import io.godwit.schema.ForeignKey;
import io.godwit.schema.Name;
import io.godwit.schema.ReferentialAction;
import io.godwit.schema.UniqueKey;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Tables that somebody else made, without names for their constraints: they are read, changed and dropped as Godwit's own. */
public interface LegacyTableContract extends DialectContract {

    private void legacy() {
        String action = dialect().supports(Feature.CASCADE_PATHS) ? "ON DELETE CASCADE" : "";
        bench().execute("""
                        CREATE TABLE legacy (
                          id bigint NOT NULL PRIMARY KEY,
                          name varchar(20) DEFAULT 'it''s' NOT NULL UNIQUE,
                          size integer CHECK (size > 0),
                          parent bigint REFERENCES legacy (id) %s,
                          UNIQUE (size, parent)
                        )""".formatted(action));
        bench().execute("CREATE INDEX by_size ON legacy (size)");
        bench().execute("INSERT INTO legacy (id, size) VALUES (1, 5)");
        bench().execute("INSERT INTO legacy (id, name, size, parent) VALUES (2, 'b', 6, 1)");
    }

    @Test
    default void legacyTableIsRead() {
        legacy();
        assertThat(introspect("legacy").columns())
                .extracting(column -> column.name().text())
                .containsExactly("id", "name", "size", "parent");
        assertThat(introspect("legacy", "id").type()).isEqualTo(bigint());
        assertThat(introspect("legacy", "id").nullable()).isFalse();
        assertThat(introspect("legacy", "name").defaultValue()).isEqualTo(value("it's"));
        assertThat(Objects.requireNonNull(introspect("legacy").primaryKey()).columns())
                .isEqualTo(names("id"));
        assertThat(introspect("legacy").uniques()).hasSize(2);
        assertThat(introspect("legacy").checks()).hasSize(1);
        assertThat(introspect("legacy").indexes()).hasSize(1);
        assertThat(introspect("legacy").foreignKeys())
                .extracting(ForeignKey::onDelete)
                .containsExactly(
                        dialect().supports(Feature.CASCADE_PATHS)
                                ? ReferentialAction.CASCADE
                                : ReferentialAction.NO_ACTION);
    }

    @Test
    default void legacyTableIsChangedAndKeepsWhatItHad() {
        legacy();
        apply(
                addColumn("legacy", column("note", text()).withDefaultValue(value("new"))),
                changeType("legacy", "size", bigint()),
                setNotNull("legacy", "size"),
                renameColumn("legacy", "name", "title"));
        assertThat(rows("select id, title, size, parent, note from legacy order by id"))
                .containsExactly("1, it's, 5, NULL, new", "2, b, 6, 1, new");
        violated(insert("legacy", row("id", 3, "title", "b", "size", 1)));
        violated(insert("legacy", row("id", 3, "title", "c", "size", 0)));
        violated(insert("legacy", row("id", 3, "title", "c", "size", 6, "parent", 1)));
        violated(insert("legacy", row("id", 3, "title", "c", "size", 6, "parent", 9)));
        whenSupported(
                Feature.CASCADE_PATHS,
                () -> apply(delete("legacy", "id = 1")),
                () -> apply(delete("legacy", "id = 2"), delete("legacy", "id = 1")));
        assertThat(rows("select id from legacy")).isEmpty();
    }

    @Test
    default void uniqueIndexOfALegacyTableIsAnIndexOrAConstraintAndDroppedAsEither() {
        legacy();
        bench().execute("CREATE UNIQUE INDEX once ON legacy (id, size)");
        bench().execute("CREATE UNIQUE INDEX twice ON legacy (size, id)");
        apply(renameIndex("legacy", "once", "only"));
        apply(new DropIndex(named("legacy"), Name.of("only"), true, false));
        assertThat(bench().undoLast()).isEmpty();
        apply(new DropIndex(named("legacy"), Name.of("only"), true, false));
        apply(sql(EngineSql.UNIVERSAL, "DROP INDEX twice"));
        assertThat(introspect("legacy").uniques()).hasSize(2);
        assertThat(introspect("legacy").indexes()).hasSize(1);
    }

    @Test
    default void constraintsOfALegacyTableAreDroppedByTheNamesThatAreRead() {
        legacy();
        for (UniqueKey unique : introspect("legacy").uniques()) {
            apply(dropConstraint("legacy", String.valueOf(unique.name())));
        }
        for (Check check : introspect("legacy").checks()) {
            apply(dropConstraint("legacy", String.valueOf(check.name())));
        }
        for (ForeignKey key : introspect("legacy").foreignKeys()) {
            apply(dropConstraint("legacy", String.valueOf(key.name())));
        }
        apply(dropIndex("legacy", "by_size"), dropPrimaryKey("legacy"));
        apply(insert("legacy", row("id", 1, "name", "b", "size", -1, "parent", 99)));
        assertThat(rows("select count(*) from legacy")).containsExactly("3");
        apply(renameTable("legacy", "old"), dropTable("old"));
        assertThat(introspect().tables()).isEmpty();
    }

    /** The commonest form of a key: a number that the table's maker did not ask to have counted. */
    @Test
    default void droppedLegacyTableComesBackAsItWas() {
        bench().execute("CREATE TABLE plain (id integer PRIMARY KEY, note varchar(9))");
        bench().execute(
                        "CREATE TABLE keyed (code varchar(9) NOT NULL, part integer NOT NULL, PRIMARY KEY (code, part))");
        apply(dropTable("plain"), dropTable("keyed"));
        assertThat(bench().undoLast()).isEmpty();
        apply(insert("plain", row("id", 1, "note", "a")), insert("keyed", row("code", "a", "part", 1)));
    }

    @Test
    default void foreignKeyWhoseIndexHasAnotherNameIsDroppedAndComesBack() {
        bench().execute("CREATE TABLE town (id bigint NOT NULL PRIMARY KEY)");
        bench().execute("""
                        CREATE TABLE house (
                          id bigint NOT NULL PRIMARY KEY,
                          town_id bigint,
                          CONSTRAINT fk_house_town FOREIGN KEY (town_id) REFERENCES town (id)
                        )""");
        bench().execute("CREATE INDEX by_town ON house (town_id)");
        apply(dropConstraint("house", "fk_house_town"));
        assertThat(introspect("house").foreignKeys()).isEmpty();
        assertThat(introspect("house").indexes()).hasSize(1);
        assertThat(bench().undoLast()).isEmpty();
        apply(dropColumn("house", "town_id"));
        assertThat(bench().undoLast()).isEmpty();
        apply(dropTable("house"));
        assertThat(bench().undoLast()).isEmpty();
        violated(insert("house", row("id", 1, "town_id", 9)));
    }
}
