package io.godwit.plan;

import io.godwit.dialect.Feature;
import io.godwit.dialect.RenderContext;
import io.godwit.dialect.SchemaState;
import io.godwit.dialect.SqlText;
import io.godwit.dialect.Statement;
import io.godwit.failure.GodwitException;
import io.godwit.failure.InvalidMigrationException;
import io.godwit.failure.PlanRefusedException;
import io.godwit.failure.Problem;
import io.godwit.failure.UnsupportedByDialectException;
import io.godwit.migration.Step;
import io.godwit.migration.Transform;
import io.godwit.migration.Validation;
import io.godwit.operation.Operation;
import io.godwit.operation.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Renders the steps of one migration. For one thread. */
public final class StepRenderer {

    private static final System.Logger LOG = System.getLogger(StepRenderer.class.getName());

    private final Rendering rendering;
    private final String migration;
    private final String plugin;

    /** Of no plugin, for steps that are opened one by one with what they need. */
    public StepRenderer(Rendering rendering, String migration) {
        this(rendering, migration, "");
    }

    StepRenderer(Rendering rendering, String migration, String plugin) {
        this.rendering = rendering;
        this.migration = migration;
        this.plugin = plugin;
    }

    /** Renders a step whole; afterwards the state is the one that the step leaves. */
    StepPlan render(Step step, PlanState state) {
        if (state.behindInterruptedStep()) {
            return later(step, 0, state);
        }
        boolean behindOpaqueSql = state.behindOpaqueSql() && state.schema().complete();
        PluginDefinitions before = state.definitions(plugin).copy();
        try {
            return render(step, state, before, behindOpaqueSql);
        } catch (UnsupportedByDialectException | PlanRefusedException e) {
            if (behindOpaqueSql && mayAlterTables(step)) {
                return plan(step, List.of(), state, before, true);
            }
            throw e;
        }
    }

    /**
     * A step of which an interrupted run did a part, or one behind it: nothing is told of it before it runs, but what follows sees what it will have done.
     *
     * @param done how many of its first operations are done
     */
    StepPlan later(Step step, int done, PlanState state) {
        state.sawInterruptedStep();
        PluginDefinitions before = state.definitions(plugin).copy();
        StepScripts rest = open(step, done, state.schema(), state.definitions(plugin), new ArrayList<>());
        try {
            while (rest.hasNext()) {
                rest.assume();
            }
        } catch (GodwitException | IllegalArgumentException unread) {
            LOG.log(System.Logger.Level.DEBUG, "what " + where(step) + " will have done is not known", unread);
        }
        boolean outside =
                rendering.dialect().supports(Feature.CONCURRENT_INDEXES) && ConcurrentOperations.areAllOf(step);
        boolean inside = step.transactional() && step.transform() == null && !outside;
        return plan(step, List.of(), state, before, true).transactional(inside);
    }

    private StepPlan render(Step step, PlanState state, PluginDefinitions before, boolean behindOpaqueSql) {
        List<OperationScript> scripts = new ArrayList<>();
        StepScripts next = open(
                step,
                0,
                state.schema(),
                state.definitions(plugin),
                state.findings(),
                (operation, statements) ->
                        state.findings().addAll(state.watch().operation(step, operation, statements, state.schema())));
        while (located(step, next::hasNext)) {
            OperationScript script = located(step, next::next);
            scripts.add(script);
            if (isOpaque(script)) {
                state.sawOpaqueSql();
            }
        }
        boolean deferred = behindOpaqueSql && scripts.stream().anyMatch(StepRenderer::altersTables);
        boolean opaqueInside = state.behindOpaqueSql() && state.schema().complete() && opaqueBeforeOthers(scripts);
        return plan(step, scripts, state, before, deferred || opaqueInside);
    }

    /**
     * The step's scripts one by one, from a state of the schema.
     *
     * @param done how many of the first operations are done already
     * @param definitions what the plugin's universal SQL has defined before the step; goes on with it
     */
    public StepScripts open(
            Step step, int done, SchemaState state, PluginDefinitions definitions, List<Finding> findings) {
        return open(step, done, state, definitions, findings, (operation, statements) -> {});
    }

    private StepScripts open(
            Step step,
            int done,
            SchemaState state,
            PluginDefinitions definitions,
            List<Finding> findings,
            StepScripts.OnOperation onOperation) {
        return new StepScripts(
                rendering,
                step.allOperations(),
                done,
                state,
                definitions.definitions(),
                note -> findings.add(new Finding("fallback", Severity.INFO, migration, step.id(), note, "")),
                onOperation);
    }

    private StepPlan plan(
            Step step,
            List<OperationScript> scripts,
            PlanState state,
            PluginDefinitions definitions,
            boolean deferred) {
        TransformPlan transform = transform(step, state, deferred);
        boolean transactional = new TransactionChoice(migration, step).transactional(scripts, state.findings());
        long statements =
                scripts.stream().mapToLong(script -> script.statements().size()).sum();
        boolean whole = rendering.dialect().supports(Feature.TRANSACTIONAL_DDL)
                || (scripts.size() == 1 && changesRowsOnly(scripts.get(0)));
        boolean atomic = transform == null && ((transactional && whole) || statements <= 1);
        return new StepPlan(
                step,
                scripts,
                transform,
                validation(step, step.preValidation(), state),
                validation(step, step.postValidation(), state),
                transactional,
                atomic,
                Set.of(),
                definitions,
                deferred);
    }

    private @Nullable TransformPlan transform(Step step, PlanState state, boolean deferred) {
        Transform transform = step.transform();
        if (transform == null) {
            return null;
        }
        if (step.skipOnError()) {
            throw new PlanRefusedException(
                    where(step) + ": a step that moves rows commits batch by batch and cannot be skipped"
                            + " whole. Nothing was changed. Leave skipOnError out; \"onError\": \"skip\" in the transform skips rows.");
        }
        return deferred ? TransformRenderer.later(transform) : moving(step, transform, state.schema());
    }

    /** The transform of a step, at a state of the schema. */
    public TransformPlan moving(Step step, Transform transform, SchemaState state) {
        TransformRenderer renderer = new TransformRenderer(rendering, migration, step.id(), transform);
        return located(step, () -> renderer.render(state));
    }

    /** Whether its statements commit together everywhere, such as the two of an upsert. */
    private static boolean changesRowsOnly(OperationScript script) {
        return SqlKind.changesRowsOnly(
                script.statements().stream().map(Statement::sql).toList());
    }

    private @Nullable ValidationScript validation(Step step, @Nullable Validation validation, PlanState state) {
        if (validation == null) {
            return null;
        }
        RenderContext context =
                new RenderContext(state.schema(), rendering.translator(), rendering.typeMapping(), note -> {});
        List<Statement> statements =
                located(step, () -> new SqlText(rendering.dialect(), context).statements(validation.sql()));
        if (statements.size() != 1) {
            throw new PlanRefusedException(where(step) + ": a validation is one SELECT; this one has "
                    + statements.size() + " statements. Nothing was changed.");
        }
        return new ValidationScript(validation, statements.get(0).sql());
    }

    private interface Rendered<T> {
        T get();
    }

    /** Adds to a failure where it happened. */
    private <T> T located(Step step, Rendered<T> rendered) {
        try {
            return rendered.get();
        } catch (UnsupportedByDialectException e) {
            throw e.location().isEmpty() ? e.at(where(step)) : e;
        } catch (PlanRefusedException e) {
            throw new PlanRefusedException(where(step) + ": " + e.getMessage(), e);
        } catch (GodwitException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new InvalidMigrationException(
                    List.of(new Problem("", "", 0, 0, where(step) + ": " + e.getMessage())));
        }
    }

    private String where(Step step) {
        return migration + ", step " + step.id();
    }

    private static boolean mayAlterTables(Step step) {
        return step.allOperations().stream()
                .anyMatch(operation -> operation instanceof Sql sql
                        ? sql.text().universal().isPresent()
                        : RowTarget.of(operation).isEmpty());
    }

    private static boolean altersTables(OperationScript script) {
        Operation first = script.operations().get(0);
        return !(first instanceof Sql) && RowTarget.of(first).isEmpty();
    }

    private static boolean isOpaque(OperationScript script) {
        Operation operation = script.operations().get(0);
        return operation instanceof Sql && !changesRowsOnly(script);
    }

    private static boolean opaqueBeforeOthers(List<OperationScript> scripts) {
        boolean opaque = false;
        for (OperationScript script : scripts) {
            if (opaque && altersTables(script)) {
                return true;
            }
            opaque |= isOpaque(script);
        }
        return false;
    }
}
