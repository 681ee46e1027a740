package {{package}}.internal;

/** {{A}} {{thing.spaced}} as one row of one statement. */
record {{Thing}}View({{*viewFields: {{stored}}*}}) {}
