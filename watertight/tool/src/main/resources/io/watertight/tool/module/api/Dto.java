package {{package}};

/** {{A}} {{thing.spaced}} as others see it. */
{{#if tables}}
public record {{Thing}}Dto({{*dtoFields: {{exported}}*}}) implements Versioned {}
{{/if}}
{{#unless tables}}
public record {{Thing}}Dto({{*dtoFields: {{exported}}*}}) {}
{{/unless}}
