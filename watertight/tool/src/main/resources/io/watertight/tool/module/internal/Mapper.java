package {{package}}.internal;

/** A component that only one side has is a compile error; what is left out on purpose is named. */
@Mapper(
        componentModel = ComponentModel.SPRING,
        unmappedTargetPolicy = ReportingPolicy.ERROR,
        unmappedSourcePolicy = ReportingPolicy.ERROR,
        typeConversionPolicy = ReportingPolicy.ERROR)
interface {{Thing}}Mapper {

{{#if ignored}}
    @BeanMapping(ignoreUnmappedSourceProperties = {{ignored}})
{{/if}}
    {{Thing}}Dto toDto({{Thing}} {{thing}});
{{#if view}}

    {{Thing}}Dto toDto({{Thing}}View {{thing}});
{{/if}}
{{#each lists}}

    List<{{Child}}Dto> to{{Child}}Dtos(List<{{Child}}> {{field}});

    List<{{Child}}> to{{Field}}(List<{{Child}}Dto> {{field}});
{{/each}}
}
