package io.godwit.changelog;

import liquibase.changelog.ChangeSet;
import liquibase.changelog.filter.ContextChangeSetFilter;
import liquibase.changelog.filter.LabelChangeSetFilter;

/** Which change sets are wanted: by contexts, labels and files. For one thread. */
record PlannedSets(LiquibaseSource source, LiquibaseReader reader) {

    boolean accepts(ChangeSet set) {
        return source.files().accepts(set.getFilePath()) && isWanted(set);
    }

    /** By contexts and labels alone. */
    boolean isWanted(ChangeSet set) {
        return new ContextChangeSetFilter(reader.contexts()).accepts(set).isAccepted()
                && new LabelChangeSetFilter(reader.labels()).accepts(set).isAccepted();
    }
}
