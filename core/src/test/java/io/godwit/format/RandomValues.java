package io.godwit.format;

import io.godwit.schema.ArrayType;
import io.godwit.schema.ColumnType;
import io.godwit.schema.DecimalType;
import io.godwit.schema.EnumType;
import io.godwit.schema.Expression;
import io.godwit.schema.Literal;
import io.godwit.schema.Name;
import io.godwit.schema.NativeType;
import io.godwit.schema.Query;
import io.godwit.schema.SimpleType;
import io.godwit.schema.TableName;
import io.godwit.schema.Value;
import io.godwit.schema.VarcharType;
import io.godwit.schema.VectorType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Random names, texts and values, among them the awkward ones. */
class RandomValues {

    private static final String[] NAMES = {
        "id",
        "name",
        "größe",
        "select",
        "with space",
        "a.b",
        "q\"uote",
        "😀",
        "comment",
        "x-name",
        "UPPER",
        "back\\slash",
        "/~01"
    };
    private static final String[] SQL = {"a > 0", "b || 'x\r\ny'", "lower(c)\n-- note", "\"Q\" = '😀'", "{ }", "now()"};
    private static final String[] NUMBERS = {"0", "-7", "1.50", "12345678901234567890.123", "1e5", "-2.5E-3", "1e-400"};
    private static final String[] JSON = {
        "{}", "[]", "{\"a\":[1,null,{\"b\":\"ü\"}]}", "[true,\"\\n\\u0001\"]", "{\"expression\":1,\"b\":2}"
    };

    final Random random;
    /** Whether what only the history can hold may occur. */
    final boolean engineToo;

    RandomValues(Random random, boolean engineToo) {
        this.random = random;
        this.engineToo = engineToo;
    }

    <T> T oneOf(T[] values) {
        return values[random.nextInt(values.length)];
    }

    boolean flag() {
        return random.nextBoolean();
    }

    <T> @Nullable T maybe(Supplier<T> value) {
        return flag() ? value.get() : null;
    }

    <T> List<T> list(int least, Supplier<T> value) {
        List<T> list = new ArrayList<>();
        for (int size = least + random.nextInt(3); size > 0; size--) {
            list.add(value.get());
        }
        return list;
    }

    Name name() {
        return Name.of(oneOf(NAMES));
    }

    /** Names of which no two differ in case only. */
    List<Name> names(int least) {
        Set<Name> names = new LinkedHashSet<>(list(least, this::name));
        return List.copyOf(names);
    }

    TableName table() {
        return new TableName(maybe(this::name), name());
    }

    String text() {
        return oneOf(new String[] {"", " ", "plain", "Zeile\r\n\"zwei\" \\ / \u2028 \u007f 😀", "it's"});
    }

    Expression expression() {
        return engineToo && random.nextInt(3) == 0 ? Expression.ofEngine(oneOf(SQL)) : Expression.of(oneOf(SQL));
    }

    Query query() {
        return engineToo && flag() ? Query.ofEngine("SELECT 1 FROM dual") : Query.of("SELECT a FROM t");
    }

    Literal literal() {
        return switch (random.nextInt(engineToo ? 6 : 5)) {
            case 0 -> Literal.NULL;
            case 1 -> Literal.of(flag());
            case 2 -> new Literal(Literal.Kind.NUMBER, oneOf(NUMBERS));
            case 3 -> Literal.of(text());
            case 4 -> Literal.ofJson(oneOf(JSON));
            default ->
                Literal.ofJson(oneOf(new String[] {
                    "{\"expression\":\"x\"}",
                    "{\"literal\":{\"literal\":1}}",
                    "{\"expression\":\"x\",\"language\":\"engine\"}"
                }));
        };
    }

    Value value() {
        return flag() ? expression() : literal();
    }

    Map<Name, Value> row() {
        Map<Name, Value> row = new LinkedHashMap<>();
        names(1).forEach(name -> row.put(name, value()));
        return row;
    }

    ColumnType type() {
        return switch (random.nextInt(7)) {
            case 0 -> new VarcharType(1 + random.nextInt(100));
            case 1 -> new DecimalType(12, random.nextInt(12));
            case 2 -> new EnumType(List.of("a", "it's", "ü, (x)"));
            case 3 -> new ArrayType(oneOf(SimpleType.values()));
            case 4 -> new VectorType(3);
            case 5 -> new NativeType(Map.of("postgresql", "tsvector", "universal", "text", "own_engine", "any"));
            default -> oneOf(SimpleType.values());
        };
    }
}
