/** What no other module may name. */
@NullMarked
package com.example.platform.testapp.bells.internal;

import org.jspecify.annotations.NullMarked;
