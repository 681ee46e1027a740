/**
 * The template tool: it makes a project of one's own of this one, and modules and fields by the project's pattern. Written
 * for JDK 17 and without any dependency, because it is compiled where it is used.
 */
package io.watertight.tool;
