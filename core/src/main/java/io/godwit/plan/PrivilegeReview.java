package io.godwit.plan;

import io.godwit.dialect.Dialect;
import io.godwit.dialect.PrivilegeLack;
import io.godwit.dialect.PrivilegeNeed;
import io.godwit.failure.MissingPrivilege;
import io.godwit.failure.PrivilegeMissingException;
import io.godwit.history.History;
import io.godwit.history.HistoryTables;
import io.godwit.migration.Transform;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Refuses a plan for which the login lacks privileges, before anything runs. For one thread. */
public final class PrivilegeReview {

    private static final String HISTORY = "the history";

    private final Dialect dialect;
    private final Connection connection;

    public PrivilegeReview(Dialect dialect, Connection connection) {
        this.dialect = dialect;
        this.connection = connection;
    }

    /**
     * The same plan; asks nothing if it is empty.
     *
     * @throws PrivilegeMissingException with all that is missing
     */
    public Plan passed(Plan plan, History history) throws SQLException {
        if (plan.isEmpty()) {
            return plan;
        }
        PrivilegeNeeds needs = needs(plan, history);
        List<PrivilegeLack> lacks =
                dialect.privileges().lacks(connection, List.copyOf(needs.all().keySet()));
        if (!lacks.isEmpty()) {
            throw new PrivilegeMissingException(missing(lacks, needs));
        }
        return plan;
    }

    private PrivilegeNeeds needs(Plan plan, History history) {
        PrivilegeNeeds needs = new PrivilegeNeeds(dialect);
        if (history.installed()) {
            needs.need(HISTORY, PrivilegeNeed.Act.INSERT_ROWS, HistoryTables.LAST);
        } else {
            needs.need(HISTORY, PrivilegeNeed.Act.CREATE_TABLE, HistoryTables.LAST);
        }
        for (MigrationPlan migration : plan.migrations()) {
            for (StepPlan step : migration.steps()) {
                String place = migration.id() + ", step " + step.step().id();
                step.scripts().stream()
                        .filter(script -> !script.statements().isEmpty())
                        .flatMap(script -> script.operations().stream())
                        .forEach(operation -> needs.add(place, operation));
                Transform transform = step.step().transform();
                if (transform != null) {
                    needs.add(place, transform);
                }
            }
        }
        return needs;
    }

    /** What one statement helps against is said once. */
    private static List<MissingPrivilege> missing(List<PrivilegeLack> lacks, PrivilegeNeeds needs) {
        Map<PrivilegeLack, Set<String>> places = new LinkedHashMap<>();
        for (PrivilegeLack lack : lacks) {
            PrivilegeLack first = places.keySet().stream()
                    .filter(known -> known.privilege().equals(lack.privilege())
                            && known.remedy().equals(lack.remedy()))
                    .findFirst()
                    .orElse(lack);
            places.computeIfAbsent(first, any -> new LinkedHashSet<>()).addAll(needs.places(lack.need()));
        }
        return places.entrySet().stream()
                .map(entry -> new MissingPrivilege(
                        entry.getKey().privilege(),
                        List.copyOf(entry.getValue()),
                        entry.getKey().remedy()))
                .toList();
    }
}
