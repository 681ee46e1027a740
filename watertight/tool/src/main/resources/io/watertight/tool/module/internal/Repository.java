package {{package}}.internal;

interface {{Thing}}Repository extends Repository<{{Thing}}, UUID> {

    {{Thing}} save({{Thing}} {{thing}});

    Optional<{{Thing}}> findBy{{Key}}({{keyType}} {{key}});
{{#if lists}}

    /**
     * One statement, whatever the number of rows and of what belongs to them.
     *
     * @param after the {{key.spaced}} that the previous page ended with
     */
    @Query("""
            select {{viewColumns}}
              from {{module}}.{{thing.snake}}
             where {{key.snake}} > :after
             order by {{key.snake}}
             limit :limit""")
    List<{{Row}}> page({{keyType}} after, int limit);
{{/if}}
{{#unless lists}}

    List<{{Thing}}> findBy{{Key}}GreaterThanOrderBy{{Key}}({{keyType}} after, Limit limit);
{{/unless}}
}
