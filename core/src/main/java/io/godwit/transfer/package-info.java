/** Moving rows: out of tables into files. */
@NullMarked
package io.godwit.transfer;

import org.jspecify.annotations.NullMarked;
