package {{package}}.internal;

@ApplicationModuleTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureRestTestClient
@Import(Pages.class)
class {{Thing}}ApiTests {
{{#if counted}}

    private static final AtomicInteger NEXT = new AtomicInteger({{firstNumber}});
{{/if}}

    @Autowired
    RestTestClient http;
{{#if tables}}

    @Autowired
    {{Thing}}Service {{things}};

    @Autowired
    StatementCounter statements;
{{/if}}
{{#if pages}}

    @Autowired
    Pages pages;
{{/if}}
{{#each services}}

    @MockitoBean
    {{service}} {{serviceName}};
{{/each}}

    @Test
    void registers{{AThing}}AndSaysWhereItIs() {
{{#if naturalKey}}
        {{keyType}} {{key}} = fresh{{Key}}();
        http.post()
                .uri("/api/{{things.kebab}}")
                .contentType(MediaType.APPLICATION_JSON)
                .body(new{{Thing}}({{key}}))
                .exchange()
                .expectStatus()
                .isCreated()
{{#if tables}}
                .expectHeader()
                .location("/api/{{things.kebab}}/" + {{key}})
                .expectHeader()
                .valueEquals(HttpHeaders.ETAG, "\"0\"")
{{/if}}
                .expectBody()
                .jsonPath("$.{{key}}")
                .isEqualTo({{keyJson}});
{{/if}}
{{#unless naturalKey}}
        http.post()
                .uri("/api/{{things.kebab}}")
                .contentType(MediaType.APPLICATION_JSON)
                .body(new{{Thing}}())
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.{{key}}")
                .isNotEmpty();
{{/unless}}
    }
{{#if tables}}

    @Test
    void answersThatWhatNobodyRegisteredIsNotThere() {
        http.get().uri("/api/{{things.kebab}}/{{unknownKeyText}}").exchange().expectStatus().isNotFound();
    }
{{#if revisable}}

    @Test
    void isChangedOnlyByWhoHasSeenTheLatestVersion() {
        {{keyType}} {{key}} = registered();
        put({{key}}, "\"0\"").expectStatus().isOk();
        put({{key}}, "\"0\"").expectStatus().isEqualTo(HttpStatus.PRECONDITION_FAILED);
    }
{{/if}}

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 500})
    void listsAnyNumberInOneStatement(int rows) {
        for (int i = 0; i < rows; i++) {
            registered();
        }
        String path = "/api/{{things.kebab}}?limit=" + rows;
        http.get()
                .uri(path)
                .header(StatementCounter.HEADER, path)
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(statements.of(path)).hasCount(1);
    }
{{/if}}
{{#if pages}}

    @Test
    void hasAPageForAllAndOneForEach() {
        {{keyType}} {{key}} = registered();
        assertThat(pages.get("/{{module}}?limit=500").html()).contains("/{{module}}/by-{{key.kebab}}/" + {{key}});
        assertThat(pages.get("/{{module}}/by-{{key.kebab}}/" + {{key}}).html()).contains("{{Label}} " + {{key}});
    }

    @Test
    void isRegisteredByAForm() {
{{#if naturalKey}}
        {{keyType}} {{key}} = fresh{{Key}}();
{{/if}}
        pages.post("/{{module}}/new", form({{formArgument}}));
{{#if naturalKey}}
        assertThat({{things}}.{{thing}}({{key}})).isNotNull();
{{/if}}
{{#unless naturalKey}}
        PageDto<{{Thing}}Dto> page = {{things}}.{{things}}(500, null);
        assertThat(page.items()).isNotEmpty();
{{/unless}}
    }
{{/if}}
{{#if tables}}

    private {{keyType}} registered() {
        {{Thing}}Dto registered = {{things}}.register(new{{Thing}}({{freshKey}}));
        return registered.{{key}}();
    }
{{/if}}

    private static New{{Thing}} new{{Thing}}({{newParameters}}) {
        return new New{{Thing}}({{*newFields: {{argument}}*}});
    }
{{#if pages}}

    private static Map<String, String> form({{newParameters}}) {
        return Map.ofEntries({{*formFields: Map.entry("{{name}}", {{value}})*}});
    }
{{/if}}
{{#if naturalKey}}

    private static {{keyType}} fresh{{Key}}() {
        return {{freshA}};
    }
{{/if}}
{{#if revisable}}

    private static {{Thing}}Revision revision() {
        return new {{Thing}}Revision({{*fields: {{otherSample}}*}});
    }

    private RestTestClient.ResponseSpec put({{keyType}} {{key}}, String version) {
        return http.put()
                .uri("/api/{{things.kebab}}/" + {{key}})
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.IF_MATCH, version)
                .body(revision())
                .exchange();
    }
{{/if}}
}
