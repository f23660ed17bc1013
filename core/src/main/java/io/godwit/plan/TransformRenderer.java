package io.godwit.plan;

import io.godwit.dialect.SchemaState;
import io.godwit.dialect.Statement;
import io.godwit.dialect.Translator;
import io.godwit.failure.GodwitException;
import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.history.RejectedTable;
import io.godwit.migration.FieldMapping;
import io.godwit.migration.FieldTransform;
import io.godwit.migration.OnError;
import io.godwit.migration.Transform;
import io.godwit.migration.TransformSource;
import io.godwit.operation.CreateTable;
import io.godwit.operation.DropTable;
import io.godwit.plan.transform.CustomTable;
import io.godwit.plan.transform.KeyRange;
import io.godwit.plan.transform.RecordedKeys;
import io.godwit.plan.transform.StageTable;
import io.godwit.plan.transform.StraightRows;
import io.godwit.plan.transform.TransformCompiler;
import io.godwit.plan.transform.TransformSql;
import io.godwit.schema.Position;
import io.godwit.schema.Table;
import io.godwit.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Renders the transform of one step, at one state of the schema. */
final class TransformRenderer {

    private final Rendering rendering;
    private final String migration;
    private final String step;
    private final Transform transform;

    TransformRenderer(Rendering rendering, String migration, String step, Transform transform) {
        this.rendering = rendering;
        this.migration = migration;
        this.step = step;
        this.transform = transform;
    }

    TransformPlan render(SchemaState schema) {
        Table stage = stage(schema);
        if (stage != null) {
            schema.apply(new CreateTable(stage, true));
        }
        try {
            return render(schema, stage);
        } finally {
            if (stage != null) {
                schema.apply(new DropTable(stage.name(), true, false));
            }
        }
    }

    /** Where the rows of a file are put first: it is there already where a run goes on. */
    private @Nullable Table stage(SchemaState schema) {
        if (!(transform.source() instanceof TransformSource.FromFile file)) {
            return null;
        }
        TableName name = StageTable.name(migration, step);
        Table target = schema.table(transform.target()).orElse(null);
        return StraightRows.are(transform, schema)
                ? rendering.sources().glance(name, transform, file, target)
                : rendering.sources().table(name, transform, file, target);
    }

    private TransformPlan render(SchemaState schema, @Nullable Table stage) {
        TransformCompiler compiler =
                new TransformCompiler(migration, step, transform, schema, stage, rendering.customs());
        TransformSql sql = compiler.compile();
        check(schema, stage);
        CustomTable made = sql.made();
        if (made == null) {
            return plan(compiler, sql, schema, stage);
        }
        schema.apply(made.create());
        try {
            return plan(compiler, sql, schema, stage);
        } finally {
            schema.apply(made.drop());
        }
    }

    private TransformPlan plan(
            TransformCompiler compiler, TransformSql sql, SchemaState schema, @Nullable Table stage) {
        List<Statement> statements = move(sql, schema, stage);
        String batches = sql.key().isEmpty()
                ? "rows at once, for the source has no key"
                : "rows in batches by "
                        + String.join(
                                ", ",
                                sql.key().columns().stream()
                                        .map(part -> part.name().text())
                                        .toList());
        boolean needsProgram = stage != null || sql.made() != null;
        return new TransformPlan(
                transform,
                statements,
                entries(compiler, sql, stage),
                batches,
                check(sql, schema, stage),
                needsProgram ? null : TransformScript.of(sql, statements, rendering, schema));
    }

    /** What goes wrong on a value's way into its column is known only here: the column is told. */
    private List<Statement> move(TransformSql sql, SchemaState schema, @Nullable Table stage) {
        try {
            return statements(sql, schema);
        } catch (UnsupportedByDialectException refused) {
            String column = transform.mapping().stream()
                    .filter(mapping -> isRefused(mapping, schema, stage))
                    .map(mapping -> ", for the column " + mapping.target().text())
                    .findFirst()
                    .orElse("");
            throw refused.at(migration + ", step " + step + column);
        }
    }

    private List<Statement> statements(TransformSql sql, SchemaState schema) {
        return rendering.translator().statements(sql.move(KeyRange.ALL), Position.NONE, schema).stream()
                .map(Statement::of)
                .toList();
    }

    /** Whether it cannot be rendered by itself either. */
    private boolean isRefused(FieldMapping mapping, SchemaState schema, @Nullable Table stage) {
        try {
            Transform alone = transform.only(mapping);
            statements(
                    new TransformCompiler(migration, step, alone, schema, stage, rendering.customs()).compile(),
                    schema);
            return false;
        } catch (UnsupportedByDialectException refused) {
            return true;
        } catch (GodwitException | IllegalArgumentException notByItself) {
            return false;
        }
    }

    /** Behind SQL that Godwit does not read: what there is to know comes when it runs. */
    static TransformPlan later(Transform transform) {
        Inverse inverse = Inverse.none("the transform is rendered when its turn comes");
        return new TransformPlan(
                transform, List.of(), List.of(new JournalEntry(inverse, Set.of(transform.target()))), "", null, null);
    }

    /** Of a table that is there; a file is looked through when it is planned, and what the host makes comes when it runs. */
    private @Nullable TransformCheck check(TransformSql sql, SchemaState schema, @Nullable Table stage) {
        return stage == null && sql.made() == null && schema.complete()
                ? TransformCheck.of(sql, rendering.translator(), schema)
                : null;
    }

    /** Each expression by itself, so that what is wrong is told with its place. */
    private void check(SchemaState schema, @Nullable Table stage) {
        Translator translator = rendering.translator();
        TableName own = transform.source() instanceof TransformSource.FromTable table ? table.name() : null;
        TableName source = stage == null ? own : stage.name();
        if (transform.source() instanceof TransformSource.FromQuery query) {
            translator.query(query.query(), schema);
        }
        if (source == null) {
            return;
        }
        if (transform.filter() != null) {
            translator.condition(transform.filter(), source, schema);
        }
        transform.mapping().forEach(mapping -> {
            if (mapping.transform() instanceof FieldTransform.Computed computed) {
                translator.expression(computed.expression(), source, schema);
            }
        });
        transform.validation().forEach(rule -> translator.condition(rule.rule(), transform.target(), schema));
    }

    /** What is kept beside the target goes last of all, also if the target goes with its rows. */
    private List<JournalEntry> entries(TransformCompiler compiler, TransformSql sql, @Nullable Table stage) {
        List<JournalEntry> entries = new ArrayList<>();
        if (stage != null) {
            entries.add(new JournalEntry(Inverse.exact(new DropTable(stage.name(), true, false)), Set.of()));
        }
        if (sql.made() != null) {
            entries.add(new JournalEntry(Inverse.exact(sql.made().drop()), Set.of()));
        }
        if (transform.onError() == OnError.SKIP) {
            entries.add(new JournalEntry(Inverse.exact(RejectedTable.forget(migration, step)), Set.of()));
        }
        Set<TableName> target = Set.of(transform.target());
        RecordedKeys keys = sql.recordedKeys().orElse(null);
        if (keys == null) {
            entries.add(new JournalEntry(Inverse.none(compiler.whyNotRecorded()), target));
        } else {
            entries.add(new JournalEntry(Inverse.exact(keys.remove()), Set.of()));
            entries.add(new JournalEntry(Inverse.exact(keys.takeOut()), target));
        }
        return entries;
    }
}
