/** How JSON is read and written. */
@NullMarked
package com.example.platform.json;

import org.jspecify.annotations.NullMarked;
