package io.godwit.dialect;

import io.godwit.failure.Unsupported;
import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.operation.CreateSchema;
import io.godwit.operation.DropSchema;
import io.godwit.operation.Operation;
import io.godwit.operation.Sql;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Renders as the engine does, with folded names; schemas are neither made nor dropped. */
record TenantRenderer(Renderer engine, Dialect dialect) implements Renderer {

    /** Bodies in dollar quotes are looked into: they run with the tenant's schema alone as well. */
    private static final Pattern QUIET = Pattern.compile("(?s)'(?:[^']|'')*'|--[^\\n]*|/\\*.*?\\*/");

    private static final String NAME = "(?:\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\p{N}_$]*)";

    /** A name with a schema where the text makes or reads something; a dot elsewhere is between a table and its column. */
    private static final Pattern QUALIFIED = Pattern.compile(
            "(?i)\\b(?:from|join|into|update|table|view|sequence|references|only|index|truncate|function|procedure|type"
                    + "|call|trigger|exists|using)\\s+(" + NAME + "\\s*\\.\\s*" + NAME
                    + ")|\\b(set\\s+(?:local\\s+|session\\s+)?"
                    + "(?:search_path|schema)\\b|set_config\\s*\\(|search_path)");

    @Override
    public int together(List<Operation> operations) {
        return engine.together(folded(operations));
    }

    @Override
    public List<Statement> render(List<Operation> operations) {
        Operation first = operations.get(0);
        if (first instanceof CreateSchema || first instanceof DropSchema) {
            return List.of();
        }
        List<Statement> statements = engine.render(folded(operations));
        if (first instanceof Sql sql && isRaw(sql)) {
            statements.forEach(statement -> check(statement.sql()));
        }
        return statements;
    }

    private List<Operation> folded(List<Operation> operations) {
        return operations.stream()
                .map(operation -> (Operation) new FoldedNames(dialect::known).in(operation))
                .toList();
    }

    private boolean isRaw(Sql sql) {
        return dialect.keys().stream().anyMatch(sql.text().texts()::containsKey);
    }

    private void check(String text) {
        Matcher qualified = QUALIFIED.matcher(QUIET.matcher(text).replaceAll(" "));
        if (qualified.find()) {
            String found = qualified.group(1) == null ? qualified.group(2) : qualified.group(1);
            throw new UnsupportedByDialectException(new Unsupported(
                    dialect.engine(),
                    "\"" + found + "\" in the SQL of a tenant",
                    "a tenant has one schema for itself, and text of the engine's own cannot be moved into it",
                    "write names without a schema, or use operations or the key \"universal\""));
        }
    }
}
