package io.watertight.tool;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A whole module by the pattern. */
final class NewModule implements Command {

    @Override
    public String name() {
        return "new-module";
    }

    @Override
    public String summary() {
        return "writes a module: service, data, table, HTTP, pages and tests";
    }

    @Override
    public String help() {
        return """
                wt new-module NAME --aggregate Thing field:type ... [--uses module,...] [--plural things] [--no-pages] [--no-tables]

                Generates a module from the project's pattern, and adds it to the build.
                %s
                  --uses suppliers   modules whose services it may call; those of references are added
                  --plural oxen      the plural, if it is not formed with s
                  --no-pages         HTTP only
                  --no-tables        stores nothing: it takes a command, and publishes an event

                Example:
                  wt new-module suppliers --aggregate Supplier 'number:text!unique' name:text 'email:text?' 'since:date?'
                """.formatted(FieldSyntax.HELP);
    }

    @Override
    public Set<String> flags() {
        return Set.of("no-pages", "no-tables");
    }

    @Override
    public Set<String> valued() {
        return Set.of("aggregate", "uses", "plural");
    }

    @Override
    public Result run(Arguments arguments, Plan plan) {
        Project project = Project.of(plan);
        ModuleSpec spec = spec(arguments, project);
        write(project, spec);
        return Result.of(
                List.of("Module '%s' is written; start reading at %sService."
                        .formatted(spec.module(), spec.thing().pascal())),
                "./mvnw verify -Dcontract=write");
    }

    static void write(Project project, ModuleSpec spec) {
        Plan plan = project.plan();
        new ModuleFiles(spec, project).write();
        plan.write("modules/pom.xml", PomEdit.addModule(plan.read("modules/pom.xml"), spec.module()));
        addDependency("app/pom.xml", project, spec.module());
        if (project.hasRemote()) {
            addDependency(Project.REMOTE_POM, project, spec.module());
        }
    }

    private static void addDependency(String path, Project project, String module) {
        String pom = project.plan().read(path);
        String last = project.modules().stream()
                .filter(it -> PomEdit.hasDependency(pom, project.group(), it))
                .reduce("", (a, b) -> b);
        project.plan().write(path, PomEdit.addDependency(pom, project.group(), module, last));
    }

    private static ModuleSpec spec(Arguments arguments, Project project) {
        String module = arguments.word(0, "name of the module");
        Names.checkModule(module, project.modules());
        Names.checkLogin(Set.of(module), Words.of(project.name()));
        String aggregate = arguments.required("aggregate");
        Names.checkType(aggregate, Set.of());
        List<Field> fields = new ArrayList<>(FieldSyntax.parseAll(
                arguments.words().subList(1, arguments.words().size())));
        if (fields.isEmpty()) {
            throw ToolException.misuse("A %s needs at least one field, as in name:text.".formatted(aggregate));
        }
        boolean tables = !arguments.has("no-tables");
        if (!tables && fields.stream().anyMatch(it -> it.type() == FieldType.LIST)) {
            throw new ToolException("A module without tables has no lists.");
        }
        Set<String> uses = new LinkedHashSet<>(arguments.list("uses"));
        Map<String, UsedService> services = new HashMap<>();
        fields.replaceAll(field -> {
            if (!field.isReference()) {
                return field;
            }
            UsedService service = UsedService.find(project, field.module(), field.target());
            uses.add(field.module());
            services.put(field.module() + "." + field.target(), service);
            return field.typed(service.keyType());
        });
        uses.forEach(project::requireModule);
        Words thing = Words.of(aggregate);
        String plural = arguments.option("plural").orElseGet(thing.plural()::camel);
        Names.checkVariable(thing.camel());
        Names.checkPlural(plural);
        Words things = Words.of(plural);
        NameClashes.check(project, module, thing, things, fields);
        return new ModuleSpec(
                module, thing, things, fields, uses, services, tables && !arguments.has("no-pages"), tables);
    }
}
