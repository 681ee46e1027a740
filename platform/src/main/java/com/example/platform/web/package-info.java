/** HTTP in general: problem details, versions, limits. */
@NullMarked
package com.example.platform.web;

import org.jspecify.annotations.NullMarked;
