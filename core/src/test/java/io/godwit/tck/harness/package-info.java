/** What contracts are written in, and the database that they run on. */
@NullMarked
package io.godwit.tck.harness;

import org.jspecify.annotations.NullMarked;
