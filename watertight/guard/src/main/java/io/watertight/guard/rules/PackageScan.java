package io.watertight.guard.rules;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import io.watertight.guard.code.Project;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A package in a string, or a bean in a file, names what javac would not let anybody name. */
final class PackageScan {

    private static final Pattern SCANS = Pattern.compile(
            "org\\.springframework\\.(context\\.annotation\\.(ComponentScans?(\\$Filter)?|ImportResource)|data\\..*\\.Enable\\w+Repositories"
                    + "|boot\\.(persistence\\.autoconfigure\\.EntityScan|autoconfigure\\.(domain\\.EntityScan|SpringBootApplication)|context\\.properties\\.ConfigurationPropertiesScan|web\\.servlet\\.ServletComponentScan))");
    private static final List<String> PACKAGES = List.of(
            "basePackages", "value", "scanBasePackages", "basePackageClasses", "scanBasePackageClasses", "locations");
    private static final List<Ban> BANS = List.of(
            Ban.on(
                    "org.springframework.context.annotation.(ClassPathScanningCandidateComponentProvider|ClassPathBeanDefinitionScanner|AnnotationConfigApplicationContext)"
                            + "|org.springframework.core.type.classreading.*"
                            + "|org.springframework.beans.factory.xml.*|org.springframework.context.support.\\w*Xml\\w+|org.springframework.boot.builder.SpringApplicationBuilder"));

    void examine(CodeBase code, Findings findings) {
        code.guarded().forEach(type -> {
            findings.examined(type);
            Ban.examine(type, BANS, findings);
            type.java().getAnnotations().stream()
                    .filter(it -> isWide(code, type, it))
                    .map(it -> it.getRawType().getSimpleName())
                    .forEach(it -> findings.add(
                            findings.at(type),
                            it,
                            "%s configures in @%s where to look for beans.".formatted(type.inWords(), it)));
        });
        code.files("(.*/)?src/main/resources/.*\\.xml").stream()
                .filter(it -> Project.text(it).contains("springframework.org/schema/beans"))
                .forEach(it -> findings.add(
                        findings.at(it, 1), "beans", "There are beans in %s.".formatted(it.getFileName())));
        code.settings().stream()
                .filter(it -> it.name().equals("spring.main.sources"))
                .forEach(findings::add);
    }

    /** Packages of the module's own, and classes of its own that it imports, are its own affair. */
    private static boolean isWide(CodeBase code, CodeType type, JavaAnnotation<?> annotation) {
        String name = annotation.getRawType().getName();
        if (name.matches(
                "org\\.springframework\\.(context\\.annotation\\.|boot\\.autoconfigure\\.)Import(AutoConfiguration)?")) {
            return annotation.getProperties().values().stream()
                    .flatMap(it -> it instanceof Object[] all ? Stream.of(all) : Stream.of())
                    .flatMap(it -> it instanceof JavaClass imported ? code.find(imported).stream() : Stream.of())
                    .anyMatch(it -> it.isInBusiness() && !type.isOwnedBy(it.owner()));
        }
        return SCANS.matcher(name).matches()
                && PACKAGES.stream()
                        .flatMap(it -> annotation.tryGetExplicitlyDeclaredProperty(it).stream())
                        .anyMatch(
                                it -> it instanceof Object[] packages ? leaves(code, type, packages) : !"".equals(it));
    }

    private static boolean leaves(CodeBase code, CodeType type, Object[] packages) {
        return Stream.of(packages)
                .map(it -> it instanceof JavaClass found ? found.getPackageName() : it.toString())
                .anyMatch(it -> type.owner() == null
                        ? !it.equals(code.basePackage()) && !it.isEmpty()
                        : !type.module().holds(it));
    }
}
