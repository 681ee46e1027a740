package {{package}}.internal;

@ApplicationModuleTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureRestTestClient
@Import(Pages.class)
class {{Thing}}Tests {
{{#if counted}}

    private static final AtomicInteger NEXT = new AtomicInteger();
{{/if}}

    @Autowired
    {{Thing}}Service {{things}};
{{#if tables}}

    @Autowired
    StatementCounter statements;
{{/if}}
{{#each services}}

    @MockitoBean
    {{service}} {{serviceName}};
{{/each}}
{{#if tables}}

    @Test
    void isKnownByIts{{Key}}() {
{{#if naturalKey}}
        {{keyType}} {{key}} = fresh{{Key}}();
        assertThat({{things}}.register(new{{Thing}}({{key}}))).isEqualTo({{thing}}({{key}}));
{{/if}}
{{#unless naturalKey}}
        {{keyType}} {{key}} = registered();
{{/unless}}
        assertThat({{things}}.{{thing}}({{key}})).isEqualTo({{thing}}({{key}}));
    }

    @Test
    void doesNotKnowWhatNobodyRegistered() {
        assertThatExceptionOfType(Unknown{{Thing}}Exception.class).isThrownBy(() -> {{things}}.{{thing}}({{unknownKey}}));
    }
{{/if}}
{{#if naturalKey}}
{{#if tables}}

    @Test
    void takesA{{Key}}Once() {
        {{keyType}} {{key}} = registered();
        assertThatExceptionOfType({{Thing}}ExistsException.class).isThrownBy(() -> {{things}}.register(new{{Thing}}({{key}})));
    }
{{/if}}
{{/if}}

    @Test
    void announcesItsRegistration(AssertablePublishedEvents events) {
        {{keyType}} {{key}} = registered();
        assertThat(events.ofType({{Thing}}Registered.class)).contains(new {{Thing}}Registered({{key}}));
    }
{{#if tables}}
{{#if revisable}}

    @Test
    void isChangedOnlyByWhoHasSeenTheLatestVersion() {
        {{keyType}} {{key}} = registered();
        {{Thing}}Revision revision = revision();
        {{Thing}}Dto revised = {{things}}.revise({{key}}, revision, ExpectedVersion.of(0));
        assertThat(revised.{{firstField}}()).isEqualTo(revision.{{firstField}}());
        assertThat({{things}}.{{thing}}({{key}})).isEqualTo(revised);
        assertThatExceptionOfType(StaleVersion.class).isThrownBy(() -> {{things}}.revise({{key}}, revision, ExpectedVersion.of(0)));
    }
{{/if}}
{{#each lists}}

    @Test
    void keepsIts{{Field}}InTheirOrder() {
        {{keyType}} {{key}} = registered();
        List<{{Child}}Dto> {{field}} = List.of(some{{Child}}(), another{{Child}}());
        {{things}}.replace{{Field}}({{key}}, {{field}}, ExpectedVersion.of(0));
        assertThat({{things}}.{{field}}({{key}})).isEqualTo({{field}});
    }
{{/each}}

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 500})
    void listsAnyNumberInOneStatement(int rows) {
        for (int i = 0; i < rows; i++) {
            registered();
        }
        Statements read = statements.during(() -> {{things}}.{{things}}(rows, null));
        assertThat(read).hasCount(1);
    }
{{/if}}

    private {{keyType}} registered() {
        {{Thing}}Dto registered = {{things}}.register(new{{Thing}}({{freshKey}}));
        return registered.{{key}}();
    }

    private static New{{Thing}} new{{Thing}}({{newParameters}}) {
        return new New{{Thing}}({{*newFields: {{argument}}*}});
    }
{{#if tables}}

    private static {{Thing}}Dto {{thing}}({{keyType}} {{key}}) {
        return new {{Thing}}Dto({{*dtoFields: {{argument}}*}});
    }
{{#if revisable}}

    private static {{Thing}}Revision revision() {
        return new {{Thing}}Revision({{*fields: {{otherSample}}*}});
    }
{{/if}}
{{#each lists}}

    private static {{Child}}Dto some{{Child}}() {
        return new {{Child}}Dto({{childSamples}});
    }

    private static {{Child}}Dto another{{Child}}() {
        return new {{Child}}Dto({{otherChildSamples}});
    }
{{/each}}
{{/if}}
{{#if naturalKey}}

    private static {{keyType}} fresh{{Key}}() {
        return {{freshT}};
    }
{{/if}}
}
