package io.watertight.proof;

import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.ApplicationModulesFactory;

/** Has Spring Modulith look for modules among the tests too, where it otherwise would not. */
class TestModules implements ApplicationModulesFactory {

    @Override
    public ApplicationModules of(Class<?> application) {
        return ApplicationModules.of(application, _ -> true);
    }
}
