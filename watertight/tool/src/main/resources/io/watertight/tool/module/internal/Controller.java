package {{package}}.internal;

@RestController
@RequestMapping("/api/{{things.kebab}}")
@RolesAllowed({CLERK, ADMIN})
class {{Thing}}Controller {

    private final {{Thing}}Service {{things}};

    {{Thing}}Controller({{Thing}}Service {{things}}) {
        this.{{things}} = {{things}};
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
{{#if tables}}
    ResponseEntity<{{Thing}}Dto> register(@RequestBody New{{Thing}} {{thing}}) {
        {{Thing}}Dto registered = {{things}}.register({{thing}});
        URI location = URI.create("/api/{{things.kebab}}/" + registered.{{key}}());
        return ResponseEntity.created(location).body(registered);
    }

    @GetMapping
    PageDto<{{Thing}}Dto> {{things}}(@RequestParam(defaultValue = "50") int limit, @RequestParam(required = false) @Nullable String cursor) {
        return {{things}}.{{things}}(limit, cursor);
    }

    @GetMapping("/{{{key}}}")
    {{Thing}}Dto {{thing}}(@PathVariable {{keyType}} {{key}}) {
        return {{things}}.{{thing}}({{key}});
    }
{{#if revisable}}

    @PutMapping("/{{{key}}}")
    {{Thing}}Dto revise(@PathVariable {{keyType}} {{key}}, ExpectedVersion expected, @RequestBody {{Thing}}Revision revision) {
        return {{things}}.revise({{key}}, revision, expected);
    }
{{/if}}
{{#each lists}}

    @GetMapping("/{{{key}}}/{{fieldKebab}}")
    List<{{Child}}Dto> {{field}}(@PathVariable {{keyType}} {{key}}) {
        return {{things}}.{{field}}({{key}});
    }

    @PutMapping("/{{{key}}}/{{fieldKebab}}")
    {{Thing}}Dto replace{{Field}}(@PathVariable {{keyType}} {{key}}, ExpectedVersion expected, @RequestBody List<{{Child}}Dto> {{field}}) {
        return {{things}}.replace{{Field}}({{key}}, {{field}}, expected);
    }
{{/each}}
{{/if}}
{{#unless tables}}
    {{Thing}}Dto register(@RequestBody New{{Thing}} {{thing}}) {
        return {{things}}.register({{thing}});
    }
{{/unless}}
}
