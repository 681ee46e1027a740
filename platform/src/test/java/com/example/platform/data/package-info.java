@NullMarked
package com.example.platform.data;

import org.jspecify.annotations.NullMarked;
