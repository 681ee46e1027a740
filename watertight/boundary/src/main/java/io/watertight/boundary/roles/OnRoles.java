package io.watertight.boundary.roles;

import io.watertight.boundary.roles.RolesProperties.Source;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether there are roles, however the property is spelled. */
class OnRoles implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return Binder.get(context.getEnvironment())
                        .bind("watertight.data.roles", Source.class)
                        .orElse(Source.MANAGED)
                != Source.NONE;
    }
}
