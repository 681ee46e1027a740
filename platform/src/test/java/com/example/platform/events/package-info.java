@NullMarked
package com.example.platform.events;

import org.jspecify.annotations.NullMarked;
