package io.godwit.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** What is made of Liquibase changelogs. */
@Command(
        name = "liquibase",
        description = "Makes other things of Liquibase changelogs, and changelogs of portable migrations.",
        subcommands = {LiquibaseSqlCommand.class, LiquibaseXmlCommand.class})
final class LiquibaseCommand implements Runnable {

    @ParentCommand
    private GodwitCommand parent;

    @Spec
    private CommandSpec spec;

    GodwitCommand parent() {
        return parent;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to make: sql or xml");
    }
}
