package {{package}}.internal;

@Service
@Validated
@Transactional
class Default{{Thing}}Service implements {{Thing}}Service {
{{#if tables}}

    private static final String LIST = "{{things.kebab}}";

    private final {{Thing}}Repository {{things}};
    private final {{Thing}}Mapper mapper;
{{/if}}
{{#unless tables}}

{{/unless}}
{{#each services}}
    private final {{service}} {{serviceName}};
{{/each}}
    private final ApplicationEventPublisher events;

    Default{{Thing}}Service({{*dependencies: {{dependency}}*}}) {
{{#each dependencies}}
        this.{{name}} = {{name}};
{{/each}}
    }

    @Override
    public {{Thing}}Dto register(New{{Thing}} command) {
{{#each references}}
{{#if optional}}
        if (command.{{field}}() != null) {
            {{serviceName}}.{{method}}(command.{{field}}());
        }
{{/if}}
{{#unless optional}}
        {{serviceName}}.{{method}}(command.{{field}}());
{{/unless}}
{{/each}}
{{#if tables}}
{{#if naturalKey}}
        {{Thing}} {{thing}} = insert({{Thing}}.register(command));
{{/if}}
{{#unless naturalKey}}
        {{Thing}} {{thing}} = {{things}}.save({{Thing}}.register(command));
{{/unless}}
        events.publishEvent(new {{Thing}}Registered({{thing}}.{{key}}()));
        return mapper.toDto({{thing}});
{{/if}}
{{#unless tables}}
        {{Thing}}Dto {{thing}} = new {{Thing}}Dto({{*announced: {{argument}}*}});
        events.publishEvent(new {{Thing}}Registered({{thing}}.{{key}}()));
        return {{thing}};
{{/unless}}
    }
{{#if tables}}
{{#if revisable}}

    @Override
    public {{Thing}}Dto revise({{keyType}} {{key}}, {{Thing}}Revision revision, ExpectedVersion expected) {
{{#each references}}
{{#if optional}}
        if (revision.{{field}}() != null) {
            {{serviceName}}.{{method}}(revision.{{field}}());
        }
{{/if}}
{{#unless optional}}
        {{serviceName}}.{{method}}(revision.{{field}}());
{{/unless}}
{{/each}}
        return update(find({{key}}, expected).revise(revision));
    }
{{/if}}

    @Override
    @Transactional(readOnly = true)
    public {{Thing}}Dto {{thing}}({{keyType}} {{key}}) {
        return mapper.toDto(find({{key}}, ExpectedVersion.any()));
    }

    @Override
    @Transactional(readOnly = true)
    public PageDto<{{Thing}}Dto> {{things}}(int limit, @Nullable String cursor) {
{{#if lists}}
        List<{{Row}}> rows = {{things}}.page(keyOf(cursor), limit + 1);
{{/if}}
{{#unless lists}}
        List<{{Thing}}> rows = {{things}}.findBy{{Key}}GreaterThanOrderBy{{Key}}(keyOf(cursor), Limit.of(limit + 1));
{{/unless}}
{{#if rowIsDto}}
        return PageDto.of(rows, limit, last -> new Cursor(LIST, List.of({{keyText}})));
{{/if}}
{{#unless rowIsDto}}
        PageDto<{{rowType}}> page = PageDto.of(rows, limit, last -> new Cursor(LIST, List.of({{keyText}})));
        return page.map(mapper::toDto);
{{/unless}}
    }
{{#each lists}}

    @Override
    @Transactional(readOnly = true)
    public List<{{Child}}Dto> {{field}}({{keyType}} {{key}}) {
        {{Thing}} {{thing}} = find({{key}}, ExpectedVersion.any());
        return mapper.to{{Child}}Dtos({{thing}}.{{field}}());
    }

    @Override
    public {{Thing}}Dto replace{{Field}}({{keyType}} {{key}}, List<{{Child}}Dto> {{field}}, ExpectedVersion expected) {
        {{Thing}} {{thing}} = find({{key}}, expected);
        return update({{thing}}.with{{Field}}(mapper.to{{Field}}({{field}})));
    }
{{/each}}
{{#if naturalKey}}

    private {{Thing}} insert({{Thing}} {{thing}}) {
        try {
            return {{things}}.save({{thing}});
        } catch (DuplicateKeyException e) {
            throw new {{Thing}}ExistsException({{thing}}.{{key}}());
        }
    }
{{/if}}

{{#if updates}}
    private {{Thing}}Dto update({{Thing}} {{thing}}) {
        try {
            return mapper.toDto({{things}}.save({{thing}}));
        } catch (OptimisticLockingFailureException e) {
            throw new StaleVersion();
        }
    }

{{/if}}
    /** Of the last row before the page. */
    private static {{keyType}} keyOf(@Nullable String cursor) {
        if (cursor == null) {
            return {{keyStart}};
        }
        return {{keyParsed}};
    }

    private {{Thing}} find({{keyType}} {{key}}, ExpectedVersion expected) {
        {{Thing}} {{thing}} = {{things}}.findBy{{Key}}({{key}}).orElseThrow(() -> new Unknown{{Thing}}Exception({{key}}));
        expected.check({{thing}}.currentVersion());
        return {{thing}};
    }
{{/if}}
}
