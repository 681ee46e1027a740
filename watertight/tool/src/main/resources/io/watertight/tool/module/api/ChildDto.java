package {{package}};

/** One of the {{spaced}} of {{a}} {{thing.spaced}}. */
public record {{Child}}Dto({{*childFields: {{commanded}}*}}) {}
