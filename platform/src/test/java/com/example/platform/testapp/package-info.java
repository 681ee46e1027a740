/** An application as small as can be that has everything the platform gives, for the platform's own tests. */
@NullMarked
package com.example.platform.testapp;

import org.jspecify.annotations.NullMarked;
