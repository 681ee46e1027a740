@NullMarked
package com.example.benchmarks.roles;

import org.jspecify.annotations.NullMarked;
