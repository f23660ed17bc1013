/** Makes migrations of a schema that is there. */
@NullMarked
package io.godwit.archive.dump;

import org.jspecify.annotations.NullMarked;
