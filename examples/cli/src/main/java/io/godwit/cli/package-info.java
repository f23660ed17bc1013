/** The command line: an embedding like any other, which uses the public façade only. */
@NullMarked
package io.godwit.cli;

import org.jspecify.annotations.NullMarked;
