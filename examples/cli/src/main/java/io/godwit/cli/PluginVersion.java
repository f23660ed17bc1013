package io.godwit.cli;

import io.godwit.migration.Version;
import io.godwit.plan.UpgradeTarget;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A plugin and how far it should go, written {@code ID} or {@code ID@VERSION}.
 *
 * @param pluginId the plugin
 * @param version the last version that is wanted; null for the newest
 */
record PluginVersion(String pluginId, @Nullable Version version) {

    UpgradeTarget target() {
        return new UpgradeTarget(pluginId, version);
    }

    /** Reads it from the command line. */
    static final class Converter implements ITypeConverter<PluginVersion> {

        @Override
        public PluginVersion convert(String text) {
            int at = text.lastIndexOf('@');
            try {
                return at < 0
                        ? new PluginVersion(text, null)
                        : new PluginVersion(text.substring(0, at), Version.parse(text.substring(at + 1)));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
