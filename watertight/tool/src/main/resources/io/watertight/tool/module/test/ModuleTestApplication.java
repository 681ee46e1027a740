package {{base}};

/** Stands in for the application, so that the module runs without it. */
@SpringBootApplication
@Import(ActingAs.class)
class ModuleTestApplication {}
