/** What SQLite does differently. */
@NullMarked
package io.godwit.dialect.sqlite;

import org.jspecify.annotations.NullMarked;
