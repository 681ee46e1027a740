package io.watertight.operations.audit;

import io.watertight.api.Audited;
import io.watertight.boundary.Modules;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** Records every {@link Audited} command in the transaction of its change. */
@AutoConfiguration(before = TransactionAutoConfiguration.class)
@Import({JdbcAuditTrail.class, AuditController.class})
class AuditAutoConfiguration {

    /** By default the transaction advice is the innermost, so that no advice could run between it and the method. */
    @Configuration(proxyBeanMethods = false)
    @EnableTransactionManagement(proxyTargetClass = true, order = Recording.ORDER - 1)
    @ConditionalOnBooleanProperty(name = "watertight.audit.enabled", matchIfMissing = true)
    static class Recording {

        private static final int ORDER = Ordered.LOWEST_PRECEDENCE - 1;

        @Bean
        @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
        static Advisor commandAdvisor(Modules modules, ObjectProvider<JdbcAuditTrail> trail) {
            DefaultPointcutAdvisor advisor = new DefaultPointcutAdvisor(
                    AnnotationMatchingPointcut.forMethodAnnotation(Audited.class), new CommandRecorder(modules, trail));
            advisor.setOrder(ORDER);
            return advisor;
        }
    }
}
