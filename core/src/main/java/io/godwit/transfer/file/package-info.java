/** Rows out of files: JSON, JSON Lines and CSV, plain or gzipped. */
@NullMarked
package io.godwit.transfer.file;

import org.jspecify.annotations.NullMarked;
