package io.godwit.cli;

import picocli.CommandLine.IVersionProvider;

/** Says which Godwit this is; the runnable jar's manifest knows. */
final class VersionText implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = VersionText.class.getPackage().getImplementationVersion();
        return new String[] {"godwit " + (version == null ? "(built from classes)" : version)};
    }
}
