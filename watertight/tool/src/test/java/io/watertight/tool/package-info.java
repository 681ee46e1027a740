/** What the tool does, on copies of this checkout and on small trees of its own. */
package io.watertight.tool;
