/**
 * Portable packages: a plugin as one file, with a manifest, hashes and a signature; written reproducibly, and read as what a stranger
 * may have made.
 */
@NullMarked
package io.godwit.archive;

import org.jspecify.annotations.NullMarked;
