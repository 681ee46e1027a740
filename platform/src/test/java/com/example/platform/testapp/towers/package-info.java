/** Another module with a schema of its own. */
@NullMarked
package com.example.platform.testapp.towers;

import org.jspecify.annotations.NullMarked;
