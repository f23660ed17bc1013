/** Godwit's dialect for SQL Server, from version 2017 on. */
@NullMarked
package io.godwit.dialect.mssql;

import org.jspecify.annotations.NullMarked;
