package io.godwit.plan;

import io.godwit.migration.FieldMapping;
import io.godwit.migration.FieldTransform;
import io.godwit.migration.Transform;
import io.godwit.migration.TransformSource;
import io.godwit.operation.Operation;
import io.godwit.schema.TableName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The transforms of a plan that the data can be asked about before it runs: those whose source, and what they look up, nothing that
 * runs before them touches. For one plan.
 */
public final class AskableTransforms {

    private final List<Askable> askable = new ArrayList<>();
    private final Set<String> touched = new HashSet<>();
    private boolean unread;

    private AskableTransforms() {}

    /**
     * One of them.
     *
     * @param migration its migration's id
     * @param target whether the rows of its target are still those of the database too
     */
    public record Askable(String migration, StepPlan step, TransformPlan transform, boolean target) {}

    /** In the order in which they run. */
    public static List<Askable> of(Plan plan) {
        AskableTransforms transforms = new AskableTransforms();
        for (MigrationPlan migration : plan.migrations()) {
            migration.steps().forEach(step -> transforms.add(migration.id(), step));
        }
        return transforms.askable;
    }

    private void add(String migration, StepPlan step) {
        for (OperationScript script : step.scripts()) {
            script.operations().forEach(this::touch);
        }
        TransformPlan plan = step.transform();
        if (plan != null) {
            if (plan.check() != null && readsWhatIsThere(plan.transform())) {
                askable.add(new Askable(
                        migration, step, plan, isAsItWas(plan.transform().target())));
            }
            OperationTouch.ofTransform(step.step()).forEach(this::touch);
        }
        unread |= step.deferred();
    }

    private void touch(Operation operation) {
        OperationTouch.of(operation, List.of()).forEach(this::touch);
    }

    private void touch(Touch touch) {
        unread |= touch.effect() == Touch.Effect.UNKNOWN;
        touched.add(known(touch.name()));
        touched.add(known(touch.to()));
    }

    /** As much as all engines agree on: a name in another case may be the same. */
    private static String known(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private boolean isAsItWas(TableName table) {
        return !unread && !touched.contains(known(table.toString()));
    }

    private boolean readsWhatIsThere(Transform transform) {
        if (transform.source() instanceof TransformSource.FromTable table) {
            return isAsItWas(table.name()) && transform.mapping().stream().allMatch(this::readsWhatIsThere);
        }
        return transform.source() instanceof TransformSource.FromQuery && !unread && touched.isEmpty();
    }

    private boolean readsWhatIsThere(FieldMapping mapping) {
        if (mapping.transform() instanceof FieldTransform.TableLookup lookup) {
            return isAsItWas(lookup.table());
        }
        boolean subquery = mapping.transform() instanceof FieldTransform.Computed computed
                && known(computed.expression().text()).contains("select");
        return !subquery || touched.isEmpty();
    }
}
