/** Bean validation for the kernel's types, which know nothing of it. */
@NullMarked
package com.example.platform.validation;

import org.jspecify.annotations.NullMarked;
