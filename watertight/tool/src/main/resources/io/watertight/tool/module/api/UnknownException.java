package {{package}};

/** There is no {{thing.spaced}} with this {{key.spaced}}. */
public final class Unknown{{Thing}}Exception extends Problem {

    private static final long serialVersionUID = 1L;

    public Unknown{{Thing}}Exception({{keyType}} {{key}}) {
        super("unknown-{{thing.kebab}}", Kind.NOT_FOUND, "There is no {{thing.spaced}} '%s'.".formatted({{key}}));
    }
}
