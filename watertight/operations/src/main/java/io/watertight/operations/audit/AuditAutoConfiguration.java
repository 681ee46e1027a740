package io.watertight.operations.audit;

import io.watertight.api.Audited;
import io.watertight.boundary.Modules;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.transaction.config.TransactionManagementConfigUtils;

/** Records every {@link Audited} command in the transaction of its change. */
@AutoConfiguration
@Import({JdbcAuditTrail.class, AuditController.class})
class AuditAutoConfiguration {

    @Configuration(proxyBeanMethods = false)
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

        /** By default the transaction advice is the innermost, so that no advice could run between it and the method. */
        @Bean
        static BeanFactoryPostProcessor transactionsAroundEntries() {
            return beans -> {
                if (beans.containsBeanDefinition(TransactionManagementConfigUtils.TRANSACTION_ADVISOR_BEAN_NAME)) {
                    beans.getBeanDefinition(TransactionManagementConfigUtils.TRANSACTION_ADVISOR_BEAN_NAME)
                            .getPropertyValues()
                            .add("order", ORDER - 1);
                }
            };
        }
    }
}
