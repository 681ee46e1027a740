/** Pages in general: their frame, their texts, and what a problem looks like to somebody with a browser. */
@NullMarked
package com.example.platform.pages;

import org.jspecify.annotations.NullMarked;
