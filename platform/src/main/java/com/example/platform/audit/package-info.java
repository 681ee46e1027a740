/** The audit trail: who had which module do what. */
@NullMarked
package com.example.platform.audit;

import org.jspecify.annotations.NullMarked;
