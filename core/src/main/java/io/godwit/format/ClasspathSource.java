package io.godwit.format;

import io.godwit.failure.InvalidMigrationException;
import io.godwit.failure.Problem;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The documents below a folder of the class path. Thread-safe. */
final class ClasspathSource implements PluginSource {

    private final ClassLoader loader;
    private final String prefix;

    ClasspathSource(ClassLoader loader, String prefix) {
        this.loader = loader;
        this.prefix = DocumentPath.trimmed(prefix);
    }

    @Override
    public List<MigrationDocument> documents() {
        List<MigrationDocument> documents = new ArrayList<>();
        try {
            for (URL folder : folders()) {
                documents.addAll(documents(folder));
            }
        } catch (IOException | URISyntaxException failure) {
            throw refused("cannot be read: " + failure.getMessage());
        }
        return List.copyOf(documents);
    }

    /** Some class loaders know a folder only with the slash at its end. */
    private List<URL> folders() throws IOException {
        List<URL> folders = Collections.list(loader.getResources(prefix));
        if (folders.isEmpty()) {
            folders = Collections.list(loader.getResources(prefix + "/"));
        }
        if (folders.isEmpty()) {
            throw refused("there is no such folder on the class path (a jar must have an entry for the folder itself)");
        }
        return folders;
    }

    private List<MigrationDocument> documents(URL folder) throws IOException, URISyntaxException {
        if (folder.getProtocol().equals("file")) {
            return PluginSource.directory(Path.of(folder.toURI())).documents();
        }
        if (folder.openConnection() instanceof JarURLConnection) {
            return new JarSource(folder).documents();
        }
        throw refused("lies behind '" + folder.getProtocol()
                + ":', of which folders cannot be listed; unpack it and give the folder itself");
    }

    private InvalidMigrationException refused(String message) {
        return new InvalidMigrationException(List.of(new Problem("classpath:" + prefix, "", 0, 0, message)));
    }
}
