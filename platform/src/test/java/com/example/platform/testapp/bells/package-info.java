/** A module with a listener and a schema of its own. */
@NullMarked
package com.example.platform.testapp.bells;

import org.jspecify.annotations.NullMarked;
