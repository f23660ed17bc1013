package io.godwit.dialect;

import io.godwit.schema.ColumnType;
import io.godwit.schema.Literal;
import io.godwit.schema.Name;
import io.godwit.schema.TableName;
import org.jspecify.annotations.Nullable;

/** Writes as the engine does, but for schemas, which become part of the name. */
record TenantSyntax(SqlSyntax engine) implements SqlSyntax {

    @Override
    public String name(Name name) {
        return engine.name(name);
    }

    @Override
    public String table(TableName name) {
        return engine.table(new TableName(null, name.folded()));
    }

    @Override
    public String text(String characters) {
        return engine.text(characters);
    }

    @Override
    public String bool(boolean value) {
        return engine.bool(value);
    }

    @Override
    public String literal(Literal literal, @Nullable ColumnType type) {
        return engine.literal(literal, type);
    }

    @Override
    public boolean marks(ColumnType type) {
        return engine.marks(type);
    }

    @Override
    public String type(ColumnType type) {
        return engine.type(type);
    }

    @Override
    public String selectForUpdate(String column, String table, String condition) {
        return engine.selectForUpdate(column, table, condition);
    }

    @Override
    public FunctionForms functions() {
        return engine.functions();
    }
}
