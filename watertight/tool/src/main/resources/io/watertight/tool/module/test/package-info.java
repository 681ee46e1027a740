/** What the module needs to run alone. */
@NullMarked
package {{base}};
