package io.godwit.cli;

import io.godwit.archive.PackageManifest;

/** What a package is called, for people. */
final class DeltaText {

    private DeltaText() {}

    /** Such as {@code crm 1.2.0}, or {@code crm 1.1.0 to 1.2.0} of a delta. */
    static String title(PackageManifest manifest) {
        return manifest.pluginId() + " "
                + manifest.delta().map(base -> base.from() + " to ").orElse("") + manifest.version();
    }
}
