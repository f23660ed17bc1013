package io.godwit.changelog;

import io.godwit.operation.Operation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import liquibase.change.Change;
import liquibase.exception.UnexpectedLiquibaseException;

/** Says one modelled change of a changelog in operations, for one engine. For one thread. */
final class ChangeConversion {

    /** What makes operations of one kind of change. */
    record Form<C extends Change>(Class<C> kind, Function<C, List<Operation>> operations) {

        List<Operation> of(Change change) {
            return operations.apply(kind.cast(change));
        }
    }

    private final Map<Class<? extends Change>, Form<?>> forms = new HashMap<>();

    ChangeConversion(ConvertedColumns columns) {
        TableChanges tables = new TableChanges(columns);
        KeyChanges keys = new KeyChanges(columns);
        RowChanges rows = new RowChanges(columns);
        for (List<Form<?>> some : List.of(tables.forms(), keys.forms(), rows.forms())) {
            some.forEach(form -> forms.put(form.kind(), form));
        }
    }

    /** Whether there is a form for its kind at all. */
    boolean knows(Change change) {
        return forms.containsKey(change.getClass());
    }

    /**
     * The operations that do what the change does.
     *
     * @throws UnconvertedException if something in it has no portable form
     */
    List<Operation> operations(Change change) {
        Form<?> form = forms.get(change.getClass());
        if (form == null) {
            throw new UnconvertedException(change.getSerializedObjectName() + " has no portable form");
        }
        try {
            return form.of(change);
        } catch (IllegalArgumentException | UnexpectedLiquibaseException refused) {
            throw new UnconvertedException(LiquibaseWords.of(refused));
        }
    }
}
