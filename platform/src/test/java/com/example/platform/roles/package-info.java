@NullMarked
package com.example.platform.roles;

import org.jspecify.annotations.NullMarked;
