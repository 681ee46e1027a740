/** {{Description}}. */
@NullMarked
@ApplicationModule(allowedDependencies = {{allowed}})
package {{package}};
