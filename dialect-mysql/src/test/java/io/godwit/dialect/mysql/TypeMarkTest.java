package io.godwit.dialect.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.godwit.schema.ColumnType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypeMarkTest {

    private static final MySqlSyntax SYNTAX = new MySqlSyntax(new ServerVersion(8, 4, 0));

    private static TypeMark through(@Nullable String words, String type) {
        return TypeMark.read(
                TypeMark.write(words, ColumnType.parse(type), SYNTAX).orElse(null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"timestamptz", "real", "array(text)", "array(enum('a [b','c]'))", "vector(3)"})
    void typeThatTheEngineDoesNotTellIsRead(String type) {
        assertThat(through("it's [mine]", type)).isEqualTo(new TypeMark("it's [mine]", ColumnType.parse(type)));
        assertThat(through(null, type)).isEqualTo(new TypeMark(null, ColumnType.parse(type)));
    }

    @Test
    void wordsThatLookLikeAMarkAreWords() {
        assertThat(through("seen [timestamptz]", "timestamp"))
                .isEqualTo(new TypeMark("seen [timestamptz]", ColumnType.parse("timestamp")));
        assertThat(through("plain", "timestamp")).isEqualTo(new TypeMark("plain", null));
    }
}
