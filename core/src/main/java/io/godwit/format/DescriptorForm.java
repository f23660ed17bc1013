package io.godwit.format;

import io.godwit.failure.InvalidMigrationException;
import io.godwit.migration.FilterCondition;
import io.godwit.migration.FilterType;
import io.godwit.migration.NamedFilter;
import io.godwit.schema.Expression;
import io.godwit.schema.TableName;
import io.godwit.universal.UniversalCondition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** The file {@code plugin.json}: whose it is, and the plugin's filters. */
final class DescriptorForm {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");
    private static final Pattern PARAMETER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private DescriptorForm() {}

    static Part<PluginDescriptor> read(ObjectReader in) {
        Part<String> format = in.required("format", Input::text);
        if (format.orNull() != null && !format.get().equals(PluginDescriptor.FORMAT)) {
            return new Input(in.json().fields().get("format"), in.reading())
                    .fault("this Godwit reads the format '" + PluginDescriptor.FORMAT + "', not '" + format.get()
                            + "'");
        }
        Part<String> plugin = in.requiredConverted("pluginId", Identifier::checked);
        Part<Map<String, NamedFilter>> filters =
                in.optional("filters", input -> map(input, NAME, DescriptorForm::filter));
        return in.complete() ? Part.of(new PluginDescriptor(plugin.get(), filters.or(Map.of()))) : Part.nothing();
    }

    /** An object whose keys are names. */
    private static <T> Part<Map<String, T>> map(Input input, Pattern names, BiFunction<String, Input, Part<T>> reader) {
        if (!(input.node() instanceof JsonObject object)) {
            return input.expected("an object");
        }
        int before = input.reading().problemCount();
        Map<String, T> read = new LinkedHashMap<>();
        object.fields().forEach((key, node) -> {
            Input value = new Input(node, input.reading());
            if (!names.matcher(key).matches()) {
                value.fault(
                        "'" + key + "' is no name: letters, digits and _ (in names of filters also -), a letter first");
                return;
            }
            T one = reader.apply(key, value).orNull();
            if (one != null) {
                read.put(key, one);
            }
        });
        return input.reading().problemCount() == before ? Part.of(read) : Part.nothing();
    }

    private static Part<NamedFilter> filter(String name, Input input) {
        return input.object(in -> filter(name, in));
    }

    private static Part<NamedFilter> filter(String name, ObjectReader in) {
        Part<String> description = in.text("description");
        Part<Map<String, FilterType>> parameters =
                in.optional("parameters", input -> map(input, PARAMETER, (key, type) -> type(type)));
        Map<String, FilterType> known = parameters.or(Map.of());
        Part<Map<TableName, FilterCondition>> tables = in.required("tables", input -> tables(input, known));
        if (!in.complete()) {
            return Part.nothing();
        }
        for (String parameter : known.keySet()) {
            if (tables.get().values().stream().noneMatch(one -> one.parameters().contains(parameter))) {
                return new Input(in.json().fields().get("parameters"), in.reading())
                        .fault("no condition has the parameter ':" + parameter + "'");
            }
        }
        return Part.of(new NamedFilter(name, description.orNull(), known, tables.get()));
    }

    private static Part<FilterType> type(Input input) {
        return input.node() instanceof JsonObject
                ? input.object(in -> {
                    Part<FilterType> type = in.required("type", DescriptorForm::type);
                    in.text("description");
                    return in.complete() ? type : Part.nothing();
                })
                : input.converted(FilterType::parse);
    }

    private static Part<Map<TableName, FilterCondition>> tables(Input input, Map<String, FilterType> parameters) {
        if (!(input.node() instanceof JsonObject object)) {
            return input.expected("an object from table to condition");
        }
        if (object.fields().isEmpty()) {
            return input.fault("needs at least one table");
        }
        int before = input.reading().problemCount();
        Map<TableName, FilterCondition> read = new LinkedHashMap<>();
        object.fields().forEach((key, node) -> {
            Input value = new Input(node, input.reading());
            try {
                TableName table = TableName.parse(key);
                FilterCondition condition = condition(value, parameters).orNull();
                if (condition != null && read.put(table, condition) != null) {
                    value.fault("the table '" + key + "' is there twice");
                }
            } catch (IllegalArgumentException none) {
                value.fault("'" + key + "' is no table's name: " + none.getMessage());
            }
        });
        return input.reading().problemCount() == before ? Part.of(read) : Part.nothing();
    }

    private static Part<FilterCondition> condition(Input input, Map<String, FilterType> parameters) {
        Part<String> text = input.words();
        if (text.orNull() == null) {
            return Part.nothing();
        }
        FilterCondition condition;
        try {
            condition = new FilterCondition(Expression.of(text.get(), input.position()));
        } catch (IllegalArgumentException malformed) {
            return input.fault(String.valueOf(malformed.getMessage()));
        }
        List<String> unknown = new ArrayList<>(condition.parameters());
        unknown.removeAll(parameters.keySet());
        if (!unknown.isEmpty()) {
            String name = unknown.get(0);
            return input.fault("there is no parameter '" + name + "'" + Suggestion.ask(name, parameters.keySet()));
        }
        try {
            UniversalCondition.check(condition.shape());
        } catch (InvalidMigrationException malformed) {
            malformed.problems().forEach(input.reading()::report);
            return Part.nothing();
        }
        return Part.of(condition);
    }
}
