package io.godwit.format;

import io.godwit.operation.EngineSql;
import io.godwit.operation.SqlFile;
import io.godwit.operation.SqlScript;
import io.godwit.operation.SqlSource;
import io.godwit.operation.SqlStatements;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** SQL for engines: an object from engine, or {@code universal}, to a script, a list of statements, or a file. */
final class SqlForm {

    private SqlForm() {}

    static Part<EngineSql> read(Input input) {
        if (!(input.node() instanceof JsonObject object)) {
            return input.expected("an object from engine to SQL, such as {\"universal\": \"…\"}");
        }
        int before = input.reading().problemCount();
        Map<String, SqlSource> texts = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : object.fields().entrySet()) {
            if (!ObjectReader.isTolerated(field.getKey())) {
                add(field.getKey(), new Input(field.getValue(), input.reading()), texts);
            }
        }
        if (input.reading().problemCount() > before) {
            return Part.nothing();
        }
        return texts.isEmpty()
                ? input.fault("names no engine; write {\"universal\": \"…\"}")
                : Part.of(new EngineSql(texts));
    }

    private static void add(String engine, Input text, Map<String, SqlSource> texts) {
        Part<String> name = engine(engine, text);
        Part<SqlSource> source = source(text);
        if (name.orNull() != null && source.orNull() != null && texts.putIfAbsent(name.get(), source.get()) != null) {
            text.fault("the engine '" + name.get() + "' is there twice");
        }
    }

    /** A key that names an engine; a fault is reported at its value. */
    static Part<String> engine(String key, Input value) {
        try {
            return Part.of(EngineName.canonical(key));
        } catch (IllegalArgumentException refused) {
            return value.fault(String.valueOf(refused.getMessage()));
        }
    }

    private static Part<SqlSource> source(Input input) {
        if (input.node() instanceof JsonString string) {
            OwnTransactions.report(string.value(), input);
            return Part.of(new SqlScript(string.value(), input.position()));
        }
        if (input.node() instanceof JsonArray) {
            Part<List<String>> statements = input.anyItems(SqlForm::statement);
            return statements.orNull() == null
                    ? Part.nothing()
                    : Part.of(new SqlStatements(statements.get(), input.position()));
        }
        if (input.node() instanceof JsonObject) {
            return input.object(SqlFileForm::read);
        }
        return input.expected("SQL as a text, as a list of statements, or as {\"file\": …, \"sha256\": …}");
    }

    private static Part<String> statement(Input input) {
        Part<String> text = input.text();
        if (text.orNull() != null) {
            OwnTransactions.report(text.get(), input);
        }
        return text;
    }

    static JsonNode write(EngineSql sql, Audience audience) {
        Map<String, JsonNode> texts = new LinkedHashMap<>();
        for (Map.Entry<String, SqlSource> text : sql.texts().entrySet()) {
            texts.put(text.getKey(), write(text.getValue(), audience));
        }
        return JsonObject.of(texts);
    }

    static JsonNode write(SqlSource source, Audience audience) {
        if (source instanceof SqlScript script) {
            return SqlTextForm.sql(script.text(), audience);
        }
        if (source instanceof SqlStatements list) {
            return JsonArray.of(list.statements().stream()
                    .<JsonNode>map(text -> SqlTextForm.sql(text, audience))
                    .toList());
        }
        return SqlFileForm.write((SqlFile) source, audience);
    }
}
