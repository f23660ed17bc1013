/** Where they run: every time a database that nobody has used. */
@NullMarked
package io.godwit.benchmarks.database;

import org.jspecify.annotations.NullMarked;
