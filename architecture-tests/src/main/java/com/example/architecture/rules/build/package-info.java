/** Maven's own files. */
@NullMarked
package com.example.architecture.rules.build;

import org.jspecify.annotations.NullMarked;
