/** Calls to modules in other processes: the clients, the addresses below {@code /internal}, and who calls. */
@NullMarked
package io.watertight.security.remote;

import org.jspecify.annotations.NullMarked;
