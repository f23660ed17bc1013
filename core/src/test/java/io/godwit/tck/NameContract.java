package io.godwit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.dialect.Feature;
import io.godwit.schema.Column;
import io.godwit.schema.Name;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names are data: whatever a name is made of, it is quoted, never cut, never folded. */
public interface NameContract extends DialectContract {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "order",
                "select",
                "user",
                "group",
                "table",
                "primary",
                "Mixed Case",
                "UPPER",
                "it's",
                "a\"b",
                "a.b",
                "a`b",
                "[a]",
                "😀",
                "größe",
                "a;b--c",
                "50%s",
                "1st",
                "$1",
                "?",
                ":name",
                "a\\b"
            })
    default void anyNameNamesATableAColumnAndAnIndex(String text) {
        Name name = Name.of(text);
        TableName table = new TableName(null, name);
        boolean supplementary = text.codePoints().anyMatch(Character::isSupplementaryCodePoint);
        if (supplementary && !dialect().supports(Feature.SUPPLEMENTARY_NAMES)) {
            refused(createTable(Table.of(table, List.of(Column.of("id", bigint())))));
            refused(createTable("plain", column(text, bigint())));
            return;
        }
        Column key = Column.of("id", bigint()).withPrimaryKey(true);
        apply(
                createTable(Table.of(table, List.of(key, Column.of(text, text())))),
                createIndex(table.toString(), text),
                insert(table.toString(), row("id", 1, text, "x")));
        apply(
                addColumn(table.toString(), column(text + " 2", integer()).withDefaultValue(value(7))),
                setNotNull(table.toString(), text),
                update(table.toString(), row(text, "y"), null));
        apply(renameColumn(table.toString(), text + " 2", "n"), setNotNull(table.toString(), "n"));
        String quoted = dialect().syntax().name(name);
        assertThat(bench().rowsOf("select " + quoted + ", n from "
                        + dialect().syntax().table(table)))
                .containsExactly("y, 7");
        violated(insert(table.toString(), row("id", 2, text, null)));
    }

    @Test
    default void nameThatTheEngineWouldCutIsRefused() {
        int most = dialect().naming().maximumBytes();
        String fits = "n".repeat(most);
        apply(createTable(fits, column("id", bigint()), column(fits, text())));
        apply(insert(fits, row("id", 1, fits, "x")));
        refused(createTable(fits + "n", column("id", bigint())));
        refused(addColumn(fits, column(fits + "n", text())));
        refused(createTable("😀".repeat(most / 4 + 1), column("id", bigint())));
    }

    @Test
    default void namesThatDifferInCaseOnlyInDifferentTablesStayApart() {
        apply(
                createTable("one", column("Value", text())),
                createTable("two", column("value", text())),
                insert("one", row("Value", "a")),
                insert("two", row("value", "b")));
        assertThat(introspect("one").columns()).extracting(Column::name).containsExactly(Name.of("Value"));
        assertThat(introspect("two").columns()).extracting(Column::name).containsExactly(Name.of("value"));
    }
}
