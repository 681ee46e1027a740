/** Technical auto-configuration that every module needs at run time and none compiles against. No business word in it. */
@NullMarked
package com.example.platform;

import org.jspecify.annotations.NullMarked;
