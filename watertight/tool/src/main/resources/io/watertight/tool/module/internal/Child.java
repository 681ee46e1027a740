package {{package}}.internal;

/** Part of {{a}} {{thing.spaced}}, and nothing without it. */
@Table(schema = "{{module}}")
record {{Child}}({{*childFields: {{stored}}*}}) {}
