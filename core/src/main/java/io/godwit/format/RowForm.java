package io.godwit.format;

import io.godwit.operation.Row;
import io.godwit.schema.Name;
import io.godwit.schema.Value;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** A row: an object from column to value, in which every key is data. */
final class RowForm {

    private RowForm() {}

    static Part<Row> read(Input input) {
        if (!(input.node() instanceof JsonObject object)) {
            return input.expected("an object from column to value");
        }
        int before = input.reading().problemCount();
        Map<Name, Value> values = new LinkedHashMap<>();
        Map<String, String> seen = new HashMap<>();
        for (Map.Entry<String, JsonNode> field : object.fields().entrySet()) {
            add(field.getKey(), new Input(field.getValue(), input.reading()), values, seen);
        }
        if (input.reading().problemCount() > before) {
            return Part.nothing();
        }
        return values.isEmpty() ? input.fault("needs at least one column") : Part.of(new Row(values));
    }

    private static void add(String column, Input input, Map<Name, Value> values, Map<String, String> seen) {
        Part<Value> value = ValueForm.read(input);
        try {
            Name name = Name.of(column);
            NameForm.reportSecond(input.reading(), input.node().place(), column, seen);
            if (value.orNull() != null) {
                values.put(name, value.get());
            }
        } catch (IllegalArgumentException refused) {
            input.fault(String.valueOf(refused.getMessage()));
        }
    }

    static JsonNode write(Row row, Audience audience) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        for (Map.Entry<Name, Value> entry : row.values().entrySet()) {
            values.put(entry.getKey().text(), ValueForm.write(entry.getValue(), audience));
        }
        return JsonObject.of(values);
    }
}
