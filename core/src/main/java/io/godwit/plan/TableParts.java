package io.godwit.plan;

import io.godwit.operation.AddCheck;
import io.godwit.operation.AddForeignKey;
import io.godwit.operation.AddUnique;
import io.godwit.operation.CreateIndex;
import io.godwit.operation.CreateTrigger;
import io.godwit.operation.EngineSql;
import io.godwit.operation.Operation;
import io.godwit.operation.Sql;
import io.godwit.operation.SqlStatements;
import io.godwit.schema.EngineObject;
import io.godwit.schema.Name;
import io.godwit.schema.Position;
import io.godwit.schema.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds a part of a table by its name, as the operation that makes it. */
final class TableParts {

    private final Table table;

    TableParts(Table table) {
        this.table = table;
    }

    /** With what the engine has to say of it in its own words. */
    Optional<List<Operation>> constraint(Name name, String engine) {
        Stream<Operation> own = table.others().stream()
                .filter(other ->
                        other.kind().equals("constraint") && other.name().equals(name))
                .map(other -> sql(other, engine));
        List<Operation> parts = Stream.concat(constraint(name).stream(), own).toList();
        return parts.isEmpty() ? Optional.empty() : Optional.of(parts);
    }

    private Optional<Operation> constraint(Name name) {
        Stream<Operation> foreignKeys = table.foreignKeys().stream()
                .filter(key -> name.equals(key.name()))
                .map(key -> new AddForeignKey(table.name(), key));
        Stream<Operation> checks = table.checks().stream()
                .filter(check -> name.equals(check.name()))
                .map(check -> new AddCheck(table.name(), check));
        return Stream.of(uniques(name), foreignKeys, checks)
                .flatMap(stream -> stream)
                .findFirst();
    }

    Optional<Operation> index(Name name, String engine) {
        return index(name).or(() -> other(name, engine));
    }

    /** Not every catalog tells a unique constraint from a unique index. */
    Optional<Operation> index(Name name) {
        Stream<Operation> indexes = table.indexes().stream()
                .filter(index -> name.equals(index.name()))
                .map(index -> new CreateIndex(table.name(), index, false, false));
        return Stream.concat(indexes, uniques(name)).findFirst();
    }

    private Stream<Operation> uniques(Name name) {
        return table.uniques().stream()
                .filter(unique -> name.equals(unique.name()))
                .map(unique -> new AddUnique(table.name(), unique));
    }

    Optional<Operation> trigger(Name name, String engine) {
        return table.triggers().stream()
                .filter(trigger -> trigger.name().equals(name))
                .<Operation>map(CreateTrigger::new)
                .findFirst()
                .or(() -> other(name, engine));
    }

    private Optional<Operation> other(Name name, String engine) {
        return table.others().stream()
                .filter(other -> other.name().equals(name))
                .map(other -> sql(other, engine))
                .findFirst();
    }

    /** What makes it, in the engine's own words. */
    static Operation sql(EngineObject other, String engine) {
        return new Sql(new EngineSql(Map.of(engine, new SqlStatements(List.of(other.sql()), Position.NONE))));
    }
}
