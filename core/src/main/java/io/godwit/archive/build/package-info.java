/** Build manifests: what a set of packages is, in which order it is installed, where it runs and what it risks. */
@NullMarked
package io.godwit.archive.build;

import org.jspecify.annotations.NullMarked;
