package io.godwit.cli;

/** Migrations of a small plugin, right and wrong. */
final class Documents {

    private Documents() {}

    static String contacts() {
        return """
                {
                  "format": "portable-migration-v1",
                  "migration": {
                    "id": "crm-0001-contacts", "pluginId": "crm", "version": "1.0.0", "name": "Contacts",
                    "steps": {"up": [
                      {"id": "table", "operations": [
                        {"createTable": {"table": "contacts", "columns": [
                          {"name": "id", "type": "integer", "primaryKey": true},
                          {"name": "name", "type": "varchar(200)", "nullable": false}]}}]},
                      {"id": "index", "operations": [
                        {"createIndex": {"table": "contacts", "columns": ["name"], "name": "contacts_name"}}]}
                    ]}
                  }
                }
                """;
    }

    /** The same migration, written in another way. */
    static String contactsReformatted() {
        return contacts()
                .replaceAll("\\s*\\n\\s*", " ")
                .replace("\"name\": \"Contacts\",", "\"name\": \"People we know\",");
    }

    /** Another migration under the same id. */
    static String contactsEdited() {
        return contacts().replace("varchar(200)", "varchar(300)");
    }

    static String notes() {
        return """
                {
                  "format": "portable-migration-v1",
                  "migration": {
                    "id": "crm-0002-notes", "pluginId": "crm", "version": "1.1.0",
                    "dependencies": ["crm-0001-contacts"],
                    "steps": {"up": [
                      {"id": "table", "operations": [
                        {"createTable": {"table": "notes", "columns": [
                          {"name": "id", "type": "integer", "primaryKey": true},
                          {"name": "contact_id", "type": "integer", "references": {"table": "contacts", "column": "id"}},
                          {"name": "words", "type": "text"}]}}]}
                    ]}
                  }
                }
                """;
    }

    /** Takes the contacts away, and asks more of their names than they may keep. */
    static String risky() {
        return """
                {
                  "format": "portable-migration-v1",
                  "migration": {
                    "id": "crm-0003-risky", "pluginId": "crm", "version": "1.2.0",
                    "steps": {"up": [
                      {"id": "unique", "operations": [{"addUnique": {"table": "contacts", "columns": ["name"]}}]},
                      {"id": "drop", "operations": [{"dropTable": {"table": "notes"}}]}
                    ]}
                  }
                }
                """;
    }

    /** Fails in its third step. */
    static String failing() {
        return """
                {
                  "format": "portable-migration-v1",
                  "migration": {
                    "id": "crm-0003-failing", "pluginId": "crm", "version": "1.2.0",
                    "steps": {"up": [
                      {"id": "one", "operations": [
                        {"createTable": {"table": "one", "columns": [{"name": "id", "type": "integer"}]}}]},
                      {"id": "two", "operations": [
                        {"createTable": {"table": "two", "columns": [{"name": "id", "type": "integer"}]}}]},
                      {"id": "three", "sql": {"sqlite": "INSERT INTO nowhere VALUES (1)"}}
                    ]}
                  }
                }
                """;
    }

    /** Its first step runs outside a transaction and has no inverse; its second fails. */
    static String stoppingHalfWay() {
        return stoppingHalfWay("sqlite");
    }

    static String stoppingHalfWay(String engine) {
        return """
                {
                  "format": "portable-migration-v1",
                  "migration": {
                    "id": "crm-0003-half", "pluginId": "crm", "version": "1.2.0",
                    "steps": {"up": [
                      {"id": "one", "transactional": false, "sql": {"sqlite": "CREATE TABLE half (id int)"}},
                      {"id": "two", "dependencies": ["one"], "sql": {"sqlite": "INSERT INTO nowhere VALUES (1)"}}
                    ]}
                  }
                }
                """.replace("sqlite", engine);
    }

    /** No version, an unknown key, an unknown operation, a type that is none, a nullable that is a text. */
    static String fiveFaults() {
        return """
                {
                  "format": "portable-migration-v1",
                  "migration": {
                    "id": "crm-0009-faults", "pluginId": "crm",
                    "colour": "red",
                    "steps": {"up": [
                      {"id": "one", "operations": [{"makeTable": {"table": "one"}}]},
                      {"id": "two", "operations": [
                        {"createTable": {"table": "two", "columns": [
                          {"name": "id", "type": "nonsense(3)"},
                          {"name": "name", "type": "text", "nullable": "perhaps"}]}}]}
                    ]}
                  }
                }
                """;
    }

    /** Only for an engine that is not there. */
    static String forOracleOnly() {
        return """
                {
                  "format": "portable-migration-v1",
                  "migration": {
                    "id": "ora-0001", "pluginId": "ora", "version": "1.0.0",
                    "databaseEngines": ["oracle"],
                    "steps": {"up": [
                      {"id": "one", "operations": [
                        {"createTable": {"table": "one", "columns": [{"name": "id", "type": "integer"}]}}]}
                    ]}
                  }
                }
                """;
    }
}
