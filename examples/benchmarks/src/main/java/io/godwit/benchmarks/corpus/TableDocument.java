package io.godwit.benchmarks.corpus;

import java.util.Locale;

/**
 * A portable migration that makes a table of six columns and an index.
 *
 * @param number which one, from 1
 */
record TableDocument(int number) {

    static String id(int number) {
        return String.format(Locale.ROOT, "%s-%05d", Corpus.PLUGIN, number);
    }

    String text() {
        return """
                {
                  "format": "portable-migration-v1",
                  "migration": {
                    "id": "%1$s",
                    "pluginId": "%2$s",
                    "version": "1.%3$d.0",
                    "name": "Table %3$d",
                    "description": "Orders of region %3$d, with an index to find those of one customer",
                    "type": "schema",
                    "category": "install",
                    "steps": {
                      "up": [
                        {
                          "id": "orders",
                          "operations": [
                            {"createTable": {"table": "orders_%3$d", "columns": [
                              {"name": "id", "type": "bigint", "identity": true, "primaryKey": true},
                              {"name": "customer", "type": "varchar(200)", "nullable": false},
                              {"name": "amount", "type": "decimal(12,2)", "nullable": false, "default": 0},
                              {"name": "paid", "type": "boolean", "nullable": false, "default": false},
                              {"name": "note", "type": "text"},
                              {"name": "created_at", "type": "timestamptz", "nullable": false}
                            ]}},
                            {"createIndex": {"table": "orders_%3$d", "columns": ["customer", "created_at"]}}
                          ]
                        }
                      ]
                    }
                  }
                }
                """.formatted(id(number), Corpus.PLUGIN, number);
    }
}
