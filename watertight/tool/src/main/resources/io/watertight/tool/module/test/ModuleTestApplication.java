package {{base}};

/** Stands in for the application, so that the module runs without it. */
@SpringBootApplication
@Modulithic(sharedModules = "kernel")
@Import(ActingAs.class)
{{#unless services}}
class ModuleTestApplication {}
{{/unless}}
{{#if services}}
class ModuleTestApplication {
{{#each services}}

    /** Stands in for module '{{serviceName}}', and has whatever it is asked for. */
    @Bean
    {{service}} {{serviceName}}() {
        return mock();
    }
{{/each}}
}
{{/if}}
