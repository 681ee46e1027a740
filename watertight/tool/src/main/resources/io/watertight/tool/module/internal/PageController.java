package {{package}}.internal;

/** The pages: a list, and for each {{thing.spaced}} what is known of it, with the forms that change it. */
@Controller
@RequestMapping("/{{module}}")
@RolesAllowed({CLERK, ADMIN})
class {{Thing}}PageController {

    private static final String {{THING}}_PAGE = "redirect:/{{module}}/by-{{key.kebab}}/{{{key}}}";
    private static final String DONE = "done";

    private final {{Thing}}Service {{things}};

    {{Thing}}PageController({{Thing}}Service {{things}}) {
        this.{{things}} = {{things}};
    }

    /** A form sends what was left empty as an empty text. */
    @InitBinder
    void readEmptyAsAbsent(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "50") int limit, @RequestParam(required = false) @Nullable String cursor, Model model) {
        model.addAttribute("page", {{things}}.{{things}}(limit, cursor));
        model.addAttribute("limit", limit);
        return "{{module}}/{{things.kebab}}";
    }

    @GetMapping("/by-{{key.kebab}}/{{{key}}}")
    String {{thing}}(@PathVariable {{keyType}} {{key}}, Model model) {
        model.addAttribute("{{thing}}", {{things}}.{{thing}}({{key}}));
{{#each lists}}
        model.addAttribute("{{field}}", {{things}}.{{field}}({{key}}));
{{/each}}
        return "{{module}}/{{thing.kebab}}";
    }

    @GetMapping("/new")
    String new{{Thing}}() {
        return "{{module}}/new";
    }

    @PostMapping("/new")
    String register(@ModelAttribute New{{Thing}} {{thing}}, RedirectAttributes redirect) {
        {{Thing}}Dto registered = {{things}}.register({{thing}});
        redirect.addAttribute("{{key}}", registered.{{key}}());
        redirect.addFlashAttribute(DONE, "The {{thing.spaced}} is registered.");
        return {{THING}}_PAGE;
    }
{{#if revisable}}

    @PostMapping("/by-{{key.kebab}}/{{{key}}}")
    String revise(@PathVariable {{keyType}} {{key}}, @ModelAttribute {{Thing}}Revision revision, @RequestParam long version, RedirectAttributes redirect) {
        {{things}}.revise({{key}}, revision, ExpectedVersion.of(version));
        redirect.addFlashAttribute(DONE, "The changes are saved.");
        return {{THING}}_PAGE;
    }
{{/if}}
}
