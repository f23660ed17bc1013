package io.godwit.dialect.mssql;

import io.godwit.schema.TableName;

/** One table, as sys.tables has it. */
record CatalogRelation(int objectId, TableName name) {}
