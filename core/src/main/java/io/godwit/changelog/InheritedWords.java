package io.godwit.changelog;

import liquibase.ContextExpression;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;

/** What a change set has from the files and includes around it, when it stands alone. Stateless. */
final class InheritedWords {

    private InheritedWords() {}

    /** Writes it into the set where it can be, and says what cannot. */
    static void toSet(ChangeSet set, String place, Findings findings) {
        if (!set.getInheritableContextFilter().isEmpty()) {
            set.setContextFilter(new ContextExpression(set.buildFullContext()));
        }
        if (!set.getInheritableLabels().isEmpty()) {
            findings.note(place, "has the labels " + set.buildFullLabels() + " of an include, which are left out");
        }
        if (!set.getSqlVisitors().isEmpty()) {
            findings.problem(place, "has modifySql, which Liquibase does not write");
        }
        for (DatabaseChangeLog log = set.getChangeLog(); log != null; log = log.getParentChangeLog()) {
            if (log.getPreconditions() != null
                    && !log.getPreconditions().getNestedPreconditions().isEmpty()) {
                findings.note(place, "stands under preconditions of " + log.getFilePath() + ", which are left out");
            }
        }
    }
}
