package io.godwit.changelog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import liquibase.ChecksumVersion;
import liquibase.Scope;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.Database;
import liquibase.database.DatabaseList;
import liquibase.precondition.CustomPreconditionWrapper;
import liquibase.precondition.Precondition;
import liquibase.precondition.PreconditionLogic;
import liquibase.sqlgenerator.core.MarkChangeSetRanGenerator;
import org.jspecify.annotations.Nullable;

/** Decides which change sets a package has, in which order, and with which rows of history. For one thread. */
final class PlannedChanges {

    private static final int LONGEST_NOTE = 250;

    private final LiquibaseSource source;
    private final LiquibaseReader reader;
    private final DatabaseChangeLog changelog;
    private final Findings findings;
    private final PlannedSets planned;

    PlannedChanges(LiquibaseSource source, LiquibaseReader reader, DatabaseChangeLog changelog, Findings findings) {
        this.source = source;
        this.reader = reader;
        this.changelog = changelog;
        this.findings = findings;
        this.planned = new PlannedSets(source, reader);
    }

    /** What ran, in the order in which it ran. */
    List<FoundChange> of(List<RanChange> history) {
        ChangeSets sets = new ChangeSets(changelog, reader.database(), findings);
        List<FoundChange> found = new ArrayList<>();
        Set<RanChange> between = Collections.newSetFromMap(new IdentityHashMap<>());
        between.addAll(TagRange.of(source, history));
        for (RanChange row : history) {
            ChangeSet set = sets.find(row).orElse(null);
            boolean wanted = between.contains(row)
                    && source.files().accepts(row.file())
                    && (set == null || planned.isWanted(set));
            if (wanted) {
                sets.verify(row, set);
            }
            if (wanted || reader.isLive()) {
                found.add(new FoundChange(row, row.executed() ? set : null, wanted));
            }
        }
        return found;
    }

    /** What would run on an empty database, in the order of the changelog. */
    List<FoundChange> all() {
        List<FoundChange> found = new ArrayList<>();
        Database database = reader.database();
        for (ChangeSet set : changelog.getChangeSets()) {
            boolean applies = DatabaseList.definitionMatches(set.getDbmsSet(), database, true) && !set.isIgnore();
            if (applies && planned.accepts(set)) {
                note(set, set.getPreconditions());
                found.add(new FoundChange(row(set, found.size() + 1), set, true));
            }
        }
        return found;
    }

    private void note(ChangeSet set, @Nullable PreconditionLogic conditions) {
        if (conditions != null && !conditions.getNestedPreconditions().isEmpty()) {
            findings.note(set.toString(), "has preconditions, which are not asked without a database: taken as met");
            refuseClasses(set, conditions);
        }
    }

    /** Only who evaluates them loads their classes, and nobody does here. */
    private void refuseClasses(ChangeSet set, PreconditionLogic conditions) {
        for (Precondition each : conditions.getNestedPreconditions()) {
            if (each instanceof PreconditionLogic nested) {
                refuseClasses(set, nested);
            } else if (each instanceof CustomPreconditionWrapper custom) {
                findings.problem(
                        set.toString(),
                        "customPrecondition names the class " + custom.getClassName() + ", which is not loaded");
            }
        }
    }

    private RanChange row(ChangeSet set, int order) {
        RanChange.Notes notes = new RanChange.Notes(
                limited(set.getDescription()),
                limited(set.getComments() == null ? "" : set.getComments().strip()),
                MarkChangeSetRanGenerator.getTagFromChangeset(set),
                MarkChangeSetRanGenerator.getLiquibaseBuildVersion(),
                set.buildFullContext(),
                set.buildFullLabels(),
                Scope.getCurrentScope().getDeploymentId());
        String checksum = set.generateCheckSum(ChecksumVersion.latest()).toString();
        return new RanChange(set.getId(), set.getAuthor(), set.getFilePath(), null, order, "EXECUTED", checksum, notes);
    }

    private static String limited(String text) {
        return text.length() <= LONGEST_NOTE ? text : text.substring(0, LONGEST_NOTE - 3) + "...";
    }
}
