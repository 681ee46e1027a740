/** How {{things.spaced}} are kept; nobody outside can name anything in here. */
@NullMarked
package {{package}}.internal;
