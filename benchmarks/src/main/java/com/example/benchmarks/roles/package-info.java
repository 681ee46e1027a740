/** What database roles by module cost: orders per second with them and without, in one run. */
@NullMarked
package com.example.benchmarks.roles;

import org.jspecify.annotations.NullMarked;
