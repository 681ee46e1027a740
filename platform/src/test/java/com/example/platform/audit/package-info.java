@NullMarked
package com.example.platform.audit;

import org.jspecify.annotations.NullMarked;
