package io.godwit.universal;

import io.godwit.schema.Name;
import io.godwit.schema.TableName;

/** A column of a table. */
record ColumnPlace(TableName table, Name column) {}
