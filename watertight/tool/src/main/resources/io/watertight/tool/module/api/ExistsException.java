package {{package}};

/** The {{key.spaced}} is taken. */
public final class {{Thing}}ExistsException extends Problem {

    private static final long serialVersionUID = 1L;

    public {{Thing}}ExistsException({{keyType}} {{key}}) {
        super(
                "{{thing.kebab}}-exists",
                Kind.CONFLICT,
                "There is {{a}} {{thing.spaced}} '%s' already. Change that one, or choose another {{key.spaced}}.".formatted({{key}}),
                List.of(new Field("{{key}}", "is taken")));
    }
}
