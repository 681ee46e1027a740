@NullMarked
package com.example.platform.modules;

import org.jspecify.annotations.NullMarked;
