package io.godwit.cli;

import liquibase.change.custom.CustomSqlChange;
import liquibase.changelog.IncludeAllFilter;
import liquibase.database.Database;
import liquibase.exception.ValidationErrors;
import liquibase.resource.ResourceAccessor;
import liquibase.statement.SqlStatement;

/** A class that a changelog names; it leaves a trace as soon as it is loaded. For one test. */
public final class ClassOfAChangelog implements CustomSqlChange, IncludeAllFilter {

    static final String TRACE = "godwit.test.loaded";

    static {
        System.setProperty(TRACE, "yes");
    }

    @Override
    public boolean include(String path) {
        return true;
    }

    @Override
    public SqlStatement[] generateStatements(Database database) {
        return new SqlStatement[0];
    }

    @Override
    public String getConfirmationMessage() {
        return "";
    }

    @Override
    public void setUp() {}

    @Override
    public void setFileOpener(ResourceAccessor resources) {}

    @Override
    public ValidationErrors validate(Database database) {
        return new ValidationErrors();
    }
}
