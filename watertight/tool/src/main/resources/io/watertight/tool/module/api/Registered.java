package {{package}};

/** {{A}} {{thing.spaced}} was taken in. */
public record {{Thing}}Registered({{keyType}} {{key}}) {}
