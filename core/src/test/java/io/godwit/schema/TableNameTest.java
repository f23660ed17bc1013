package io.godwit.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableNameTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', nullValues = "-", textBlock = """
            people,           -,    people,   people
            crm.people,       crm,  people,   crm.people
            With Space.Größe, With Space, Größe, With Space.Größe
            "a.b".c,          a.b,  c,        "a.b".c
            a."b.c",          a,    b.c,      a."b.c"
            "q""q",           -,    q"q,      "q""q"
            "plain",          -,    plain,    plain
            public.people,    -,    people,   people
            dbo.people,       -,    people,   people
            main.people,      -,    people,   people
            Public.people,    Public, people, Public.people
            """)
    void readsAndWritesTheFormOfDocuments(String text, String schema, String name, String written) {
        TableName parsed = TableName.parse(text);

        assertThat(parsed.schema().map(Name::text).orElse(null)).isEqualTo(schema);
        assertThat(parsed.name().text()).isEqualTo(name);
        assertThat(parsed).hasToString(written);
        assertThat(TableName.parse(written)).isEqualTo(parsed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a.", ".b", "a.b.c", "\"a", "a\"b", "\"a\"b", "\"\"", "a\u0007b", "\ud800"})
    void refusesWhatIsNoName(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> TableName.parse(text));
    }

    @Test
    void foldsItsSchemaIntoTheName() {
        assertThat(TableName.of("plugin", "user_profiles").folded()).isEqualTo(Name.of("plugin_user_profiles"));
        assertThat(TableName.of("user_profiles").folded()).isEqualTo(Name.of("user_profiles"));
    }
}
