package io.godwit.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** The documents below a folder of a jar. Thread-safe; no jar stays open. */
final class JarSource {

    private final URL folder;

    JarSource(URL folder) {
        this.folder = folder;
    }

    List<MigrationDocument> documents() throws IOException {
        List<MigrationDocument> documents = new ArrayList<>();
        Map<String, PluginFiles> files = new HashMap<>();
        JarURLConnection connection = connection();
        try (JarFile jar = connection.getJarFile()) {
            String root = root(connection);
            List<JarEntry> entries = jar.stream()
                    .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(root))
                    .sorted(Comparator.comparing(JarEntry::getName))
                    .toList();
            for (JarEntry entry : entries) {
                DocumentPath path = DocumentPath.of(entry.getName().substring(root.length()));
                if (path.isJson()) {
                    add(path, bytes(jar, entry), documents, files);
                }
            }
        }
        return documents;
    }

    private void add(DocumentPath path, byte[] bytes, List<MigrationDocument> documents, Map<String, PluginFiles> files)
            throws IOException {
        boolean data = path.isBelowData() && DataFile.isIt(new ByteArrayInputStream(bytes));
        boolean manifest = path.mayBeManifest() && DataFile.isManifest(new ByteArrayInputStream(bytes));
        if (!data && !manifest) {
            String plugin = path.plugin().isEmpty() ? "" : path.plugin() + "/";
            PluginFiles beside = files.computeIfAbsent(plugin, folder -> file -> read(folder + file));
            documents.add(MigrationDocument.of(path.name(), bytes, beside));
        }
    }

    /** A connection whose jar nobody else uses, so that it may be closed. */
    private JarURLConnection connection() throws IOException {
        JarURLConnection connection = (JarURLConnection) folder.openConnection();
        connection.setUseCaches(false);
        return connection;
    }

    private static String root(JarURLConnection connection) {
        return DocumentPath.trimmed(String.valueOf(connection.getEntryName())) + "/";
    }

    private byte[] read(String file) throws IOException {
        JarURLConnection connection = connection();
        try (JarFile jar = connection.getJarFile()) {
            JarEntry entry = jar.getJarEntry(root(connection) + file);
            if (entry == null || entry.isDirectory()) {
                throw new NoSuchFileException(
                        file, null, "there is no such file beside the documents in " + jar.getName());
            }
            return bytes(jar, entry);
        }
    }

    private static byte[] bytes(JarFile jar, JarEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(DirectoryFiles.LONGEST_FILE + 1);
            if (bytes.length > DirectoryFiles.LONGEST_FILE) {
                throw new IOException(entry.getName() + " is longer than " + DirectoryFiles.LONGEST_FILE + " bytes");
            }
            return bytes;
        }
    }
}
