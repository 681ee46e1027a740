package {{package}}.internal;

/** {{A}} {{thing.spaced}}, known by its {{key.spaced}}. */
@Table(schema = "{{module}}")
record {{Thing}}({{*storedFields: {{stored}}*}}) {
{{#if lists}}

    {{Thing}} {
{{#each lists}}
        {{field}} = List.copyOf({{field}});
{{/each}}
    }
{{/if}}

    static {{Thing}} register(New{{Thing}} command) {
        return new {{Thing}}({{*registered: {{argument}}*}});
    }
{{#if revisable}}

    {{Thing}} revise({{Thing}}Revision revision) {
        return new {{Thing}}({{*revised: {{argument}}*}});
    }
{{/if}}
{{#each lists}}

    {{Thing}} with{{Field}}(List<{{Child}}> new{{Field}}) {
        return new {{Thing}}({{withArguments}});
    }
{{/each}}

    long currentVersion() {
        return version == null ? 0 : version;
    }
}
