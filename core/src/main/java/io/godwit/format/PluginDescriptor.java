package io.godwit.format;

import io.godwit.failure.InvalidMigrationException;
import io.godwit.failure.Problem;
import io.godwit.migration.NamedFilter;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a plugin says of itself beside its migrations, in the file {@code plugin.json} of its folder; it may say nothing. Immutable.
 *
 * @param pluginId whose it is
 * @param filters by name
 */
public record PluginDescriptor(String pluginId, Map<String, NamedFilter> filters) {

    /** The format of the file. */
    public static final String FORMAT = "godwit-plugin-v1";

    /** Where it is, in a plugin's folder and in a package. */
    public static final String FILE = "plugin.json";

    public PluginDescriptor {
        Objects.requireNonNull(pluginId, "pluginId");
        filters = Collections.unmodifiableMap(new LinkedHashMap<>(filters));
    }

    /**
     * The one beside a document; empty if there is none.
     *
     * @throws InvalidMigrationException with every problem of it
     */
    public static Optional<PluginDescriptor> beside(MigrationDocument document) {
        Optional<byte[]> bytes = bytes(document);
        return bytes.map(text -> read(name(document), text));
    }

    private static Optional<byte[]> bytes(MigrationDocument document) {
        try {
            return Optional.of(document.files().read(FILE));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException failure) {
            throw refused(name(document), "the file cannot be read: " + FileFault.of(failure));
        }
    }

    /** As its document is called. */
    static String name(MigrationDocument document) {
        String name = document.name();
        int archive = name.indexOf(':');
        String folder = DocumentPath.of(name).plugin();
        return archive > 0 ? name.substring(0, archive + 1) + FILE : folder.isEmpty() ? FILE : folder + "/" + FILE;
    }

    /**
     * Reads one.
     *
     * @param file its name, for messages
     * @throws InvalidMigrationException with every problem, in the order of their places
     */
    public static PluginDescriptor read(String file, byte[] bytes) {
        if (bytes.length > JsonDocument.LONGEST_DOCUMENT) {
            throw refused(
                    file, "the file has " + bytes.length + " bytes; the most is " + JsonDocument.LONGEST_DOCUMENT);
        }
        try {
            Reading reading = new Reading(new DocumentText(file, Utf8.decode(bytes)), Audience.AUTHORS, null);
            Part<PluginDescriptor> descriptor = JsonDocument.read(reading)
                    .map(root -> new Input(root, reading).object(DescriptorForm::read))
                    .orElseGet(Part::nothing);
            return reading.result(descriptor);
        } catch (CharacterCodingException malformed) {
            throw refused(file, "the file is not UTF-8");
        }
    }

    private static InvalidMigrationException refused(String file, String message) {
        return new InvalidMigrationException(List.of(new Problem(file, "", 0, 0, message)));
    }
}
