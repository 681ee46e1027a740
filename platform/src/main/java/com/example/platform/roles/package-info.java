/** One owner role and one working role per module: made by migrations, followed by every connection. */
@NullMarked
package com.example.platform.roles;

import org.jspecify.annotations.NullMarked;
