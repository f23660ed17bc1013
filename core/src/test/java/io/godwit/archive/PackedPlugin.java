package io.godwit.archive;

import io.godwit.format.PluginSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;

/** A plugin in a folder, with a document, a file of SQL, a file of rows and a page of documentation. */
final class PackedPlugin {

    private static final String CONTACTS = """
            {"format": "portable-migration-v1", "migration": {
              "id": "crm-0001-contacts", "pluginId": "crm", "version": "1.0.0", "updatedAt": "2026-01-05T10:00:00Z",
              "dependencies": ["identity@>=1"],
              "steps": {"up": [
                {"id": "table", "operations": [{"createTable": {"table": "contacts", "columns": [
                  {"name": "id", "type": "integer", "primaryKey": true}, {"name": "name", "type": "varchar(200)"}]}}]},
                {"id": "rows", "dependencies": ["table"], "transform": {
                  "source": {"file": "data/people.jsonl"}, "target": "contacts",
                  "mapping": [{"source": "id", "target": "id"}, {"source": "name", "target": "name"}]}}]}}}
            """;

    private final Path plugins;

    PackedPlugin(Path folder) throws IOException {
        this.plugins = folder.resolve("plugins");
        write("crm/0001-contacts.json", CONTACTS);
        write("crm/data/people.jsonl", "{\"id\": 1, \"name\": \"Ada\"}\n".repeat(20));
        write("crm/docs/read me.md", "# Contacts\n");
    }

    Path write(String name, String text) throws IOException {
        Path file = plugins.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    PackageWriter writer() {
        return PackageWriter.of("crm", PluginSource.directory(plugins)).tool("a test");
    }

    static KeyPair keys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }

    static SigningKey signing(KeyPair keys) {
        return SigningKey.ofPem(pem("PRIVATE KEY", keys.getPrivate().getEncoded()));
    }

    static PublisherKey publisher(KeyPair keys) {
        return PublisherKey.ofPem(pem("PUBLIC KEY", keys.getPublic().getEncoded()));
    }

    private static String pem(String label, byte[] encoded) {
        return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder().encodeToString(encoded) + "\n-----END "
                + label + "-----\n";
    }
}
