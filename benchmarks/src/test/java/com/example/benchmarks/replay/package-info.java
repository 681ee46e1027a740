@NullMarked
package com.example.benchmarks.replay;

import org.jspecify.annotations.NullMarked;
