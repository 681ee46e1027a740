package io.watertight.boundary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.Modulithic;
import org.springframework.util.ClassUtils;

/**
 * A package that is a module. Spring Modulith's model knows them too, but reads all code of the application for it, which takes a
 * quarter of a start.
 */
record ModulePackage(String module, String name) {

    /** {@return the packages below the application's that are annotated as modules and not shared, the innermost first} */
    static List<ModulePackage> of(Class<?> application) {
        String base = application.getPackageName();
        Modulithic modulithic = AnnotatedElementUtils.findMergedAnnotation(application, Modulithic.class);
        List<String> shared = modulithic == null ? List.of() : List.of(modulithic.sharedModules());
        try {
            Resource[] files = new PathMatchingResourcePatternResolver(application.getClassLoader())
                    .getResources("classpath*:%s/*/**/package-info.class"
                            .formatted(ClassUtils.convertClassNameToResourcePath(base)));
            MetadataReaderFactory readers = MetadataReaderFactory.create(application.getClassLoader());
            return Arrays.stream(files)
                    .flatMap(it -> moduleOf(it, readers, base))
                    .filter(it -> !shared.contains(it.module()))
                    .distinct()
                    .sorted(Comparator.comparingInt(
                                    (ModulePackage it) -> it.name().length())
                            .reversed()
                            .thenComparing(ModulePackage::module))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<ModulePackage> moduleOf(Resource file, MetadataReaderFactory readers, String base) {
        try {
            MetadataReader info = readers.getMetadataReader(file);
            String name = ClassUtils.getPackageName(info.getClassMetadata().getClassName());
            MergedAnnotation<ApplicationModule> module =
                    info.getAnnotationMetadata().getAnnotations().get(ApplicationModule.class);
            return module.isPresent()
                    ? Stream.of(new ModulePackage(
                            module.getValue("id", String.class)
                                    .filter(it -> !it.isEmpty())
                                    .orElse(name.substring(base.length() + 1)),
                            name))
                    : Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
