/** Where modules are and whom they may know. */
@NullMarked
package com.example.architecture.rules.structure;

import org.jspecify.annotations.NullMarked;
