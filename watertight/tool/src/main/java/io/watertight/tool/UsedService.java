package io.watertight.tool;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The method by which another module is asked whether it has something: that of an exported service which takes a key and
 * returns the thing's DTO.
 *
 * @param type the service
 * @param keyType what the key is
 */
record UsedService(String module, String type, String method, FieldType keyType) {

    static UsedService find(Project project, String module, String target) {
        project.requireModule(module);
        String dto = target.endsWith("Dto") ? target : target + "Dto";
        Pattern method = Pattern.compile("(?m)^ {4}" + dto + " (\\w+)\\((String|UUID|int|long) \\w+\\);");
        for (String path : services(project, module)) {
            List<MatchResult> found =
                    method.matcher(project.plan().read(path)).results().toList();
            if (!found.isEmpty()) {
                String type = path.substring(path.lastIndexOf('/') + 1, path.length() - ".java".length());
                MatchResult question = preferred(found, target);
                return new UsedService(module, type, question.group(1), keyType(question.group(2)));
            }
        }
        throw new ToolException("No service of module '%s' returns %s %s for a key; it has %s."
                .formatted(
                        module,
                        Words.of(dto).article(),
                        dto,
                        services(project, module).stream()
                                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                                .collect(Collectors.joining(", "))));
    }

    /** Several may return the DTO; the one called like the thing is the question, the others are commands. */
    private static MatchResult preferred(List<MatchResult> found, String target) {
        String wanted = Words.of(target).camel();
        return found.stream()
                .filter(it -> it.group(1).equals(wanted))
                .findFirst()
                .orElse(found.get(0));
    }

    private static List<String> services(Project project, String module) {
        return project.plan().files(project.api(module)).stream()
                .filter(path -> path.endsWith("Service.java") && !path.contains("/internal/"))
                .toList();
    }

    private static FieldType keyType(String parameter) {
        return switch (parameter) {
            case "UUID" -> FieldType.UUID;
            case "int" -> FieldType.INT;
            case "long" -> FieldType.LONG;
            default -> FieldType.REFERENCE;
        };
    }
}
