package io.watertight.operations.events;

import io.watertight.boundary.Modules;
import java.lang.reflect.Modifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.util.ClassUtils;

/** Which events pass between processes, and the topic of each: {@code <application>.<module>.<event>}. */
record EventTopics(
        @Value("${spring.application.name:application}") String application, Modules modules) {

    /** {@return whether a module exports events of this type} */
    boolean isExported(Class<?> event) {
        return event.isRecord()
                && Modifier.isPublic(event.getModifiers())
                && modules.moduleOf(event).isPresent();
    }

    boolean isFromHere(Class<?> event) {
        return isExported(event) && !modules.isElsewhere(event.getName());
    }

    boolean isFromElsewhere(Class<?> event) {
        return isExported(event) && modules.isElsewhere(event.getName());
    }

    String of(Class<?> event) {
        return String.join(".", application, modules.moduleOf(event).orElseThrow(), ClassUtils.getShortName(event));
    }
}
