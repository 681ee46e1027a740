package {{package}};

/** What other modules may ask about {{things.spaced}}. Every method joins the caller's transaction or starts one. */
public interface {{Thing}}Service {

    /**
     * Takes {{a}} {{thing.spaced}} in; announced by {@link {{Thing}}Registered}.
{{#if naturalKey}}
     *
     * @throws {{Thing}}ExistsException if the {{key.spaced}} is taken
{{/if}}
     */
    {{Thing}}Dto register(@Valid New{{Thing}} {{thing}});
{{#if tables}}
{{#if revisable}}

    /**
     * Replaces what is known of {{a}} {{thing.spaced}}.
     *
     * @throws Unknown{{Thing}}Exception if there is none
     * @throws StaleVersion if it has changed since the expected version
     */
    {{Thing}}Dto revise({{keyType}} {{key}}, @Valid {{Thing}}Revision revision, ExpectedVersion expected);
{{/if}}

    /**
     * @throws Unknown{{Thing}}Exception if there is none
     */
    {{Thing}}Dto {{thing}}({{keyType}} {{key}});

    /**
     * A page of {{things.spaced}} in the order of their {{keys.spaced}}.
     *
     * @param cursor where the previous page ended; {@code null} for the first
     * @throws InvalidCursor if it is not one of this list
     */
    PageDto<{{Thing}}Dto> {{things}}(@Min(1) @Max(500) int limit, @Nullable String cursor);
{{#each lists}}

    /**
     * @throws Unknown{{Thing}}Exception if there is no such {{thing.spaced}}
     */
    List<{{Child}}Dto> {{field}}({{keyType}} {{key}});

    /**
     * Replaces all {{spaced}} of {{a}} {{thing.spaced}}.
     *
     * @param {{field}} in their order
     * @throws Unknown{{Thing}}Exception if there is no such {{thing.spaced}}
     * @throws StaleVersion if it has changed since the expected version
     */
    {{Thing}}Dto replace{{Field}}({{keyType}} {{key}}, @Size(max = 500) List<@NotNull @Valid {{Child}}Dto> {{field}}, ExpectedVersion expected);
{{/each}}
{{/if}}
}
