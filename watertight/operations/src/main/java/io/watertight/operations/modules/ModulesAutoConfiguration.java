package io.watertight.operations.modules;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Import;

/** The page that shows at a glance whether any call is undeclared. */
@AutoConfiguration
@ConditionalOnWebApplication
@Import({ModulesController.class, ModulesEndpoint.class, Observations.class})
class ModulesAutoConfiguration {}
