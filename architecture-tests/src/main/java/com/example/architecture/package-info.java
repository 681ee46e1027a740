/** The architecture suite: choose an application's main class and the groups of rules, and examine. */
@NullMarked
package com.example.architecture;

import org.jspecify.annotations.NullMarked;
