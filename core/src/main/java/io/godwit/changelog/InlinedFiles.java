package io.godwit.changelog;

import java.util.ArrayList;
import java.util.List;
import liquibase.change.Change;
import liquibase.change.core.CreateProcedureChange;
import liquibase.change.core.CreateViewChange;
import liquibase.change.core.LoadDataChange;
import liquibase.change.core.RawSQLChange;
import liquibase.change.core.SQLFileChange;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import org.jspecify.annotations.Nullable;

/**
 * Puts what the changes of a set take from SQL files into the set; other files are named from the root, and said. For one set, on one thread
 * of {@link LiquibaseThread}.
 */
final class InlinedFiles {

    private final ChangeSet set;
    private final String place;
    private final Findings findings;
    private boolean inlined;

    /** @param place what findings are about */
    InlinedFiles(ChangeSet set, String place, Findings findings) {
        this.set = set;
        this.place = place;
        this.findings = findings;
    }

    boolean hasInlined() {
        return inlined;
    }

    void inline() {
        List<Change> changes = new ArrayList<>(set.getChanges());
        List<Change> own = changes.stream().map(this::inlined).toList();
        if (!own.equals(changes)) {
            set.removeAllChanges(changes);
            own.forEach(set::addChange);
        }
        List<Change> back = set.getRollback().getChanges();
        back.replaceAll(this::inlined);
    }

    private Change inlined(Change change) {
        if (change instanceof SQLFileChange file) {
            inlined = true;
            return sql(file);
        }
        if (change instanceof LoadDataChange load && load.getFile() != null) {
            load.setFile(named(load.getFile(), load.isRelativeToChangelogFile()));
            load.setRelativeToChangelogFile(false);
        } else if (change instanceof CreateViewChange view && view.getPath() != null) {
            view.setPath(named(view.getPath(), view.getRelativeToChangelogFile()));
            view.setRelativeToChangelogFile(false);
        } else if (change instanceof CreateProcedureChange procedure && procedure.getPath() != null) {
            procedure.setPath(named(procedure.getPath(), procedure.isRelativeToChangelogFile()));
            procedure.setRelativeToChangelogFile(false);
        }
        return change;
    }

    private static RawSQLChange sql(SQLFileChange file) {
        RawSQLChange sql = new RawSQLChange(file.getSql());
        sql.setChangeSet(file.getChangeSet());
        sql.setSplitStatements(file.isSplitStatements());
        sql.setStripComments(file.isStripComments());
        sql.setEndDelimiter(file.getEndDelimiter());
        sql.setDbms(file.getDbms());
        return sql;
    }

    private String named(String file, @Nullable Boolean relative) {
        String path = Boolean.TRUE.equals(relative) ? beside(file) : file;
        findings.note(
                place, "takes the file " + path + ", which the changelog does not hold: it must lie below the root");
        return path;
    }

    private String beside(String file) {
        String own = set.getChangeLog().getPhysicalFilePath();
        int end = own.lastIndexOf('/');
        return DatabaseChangeLog.normalizePath(end < 0 ? file : own.substring(0, end + 1) + file);
    }
}
