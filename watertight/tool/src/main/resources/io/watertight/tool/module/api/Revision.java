package {{package}};

/** What is to be known of {{a}} {{thing.spaced}} from now on; what is left out is forgotten. */
public record {{Thing}}Revision({{*fields: {{commanded}}*}}) {}
