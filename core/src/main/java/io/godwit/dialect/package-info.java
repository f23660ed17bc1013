/** The SPI: what a database engine must state, and the standard that it may leave as it is. */
@NullMarked
package io.godwit.dialect;

import org.jspecify.annotations.NullMarked;
