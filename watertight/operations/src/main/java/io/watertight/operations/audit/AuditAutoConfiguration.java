package io.watertight.operations.audit;

import io.watertight.api.CurrentActor;
import io.watertight.boundary.Modules;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.config.TransactionManagementConfigUtils;
import org.springframework.transaction.interceptor.TransactionAttributeSource;
import tools.jackson.databind.json.JsonMapper;

/** Every command on a module's service leaves an entry, which stands or falls with the change. */
@AutoConfiguration
class AuditAutoConfiguration {

    @Bean
    JdbcAuditTrail auditTrail(
            JdbcClient jdbc,
            JsonMapper json,
            ObjectProvider<CurrentActor> actors,
            @Value("${platform.audit.enabled:true}") boolean enabled) {
        return new JdbcAuditTrail(jdbc, json, actors, enabled);
    }

    @Bean
    @ConditionalOnWebApplication
    AuditController auditController(JdbcAuditTrail trail, Modules modules) {
        return new AuditController(trail, modules);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBooleanProperty(name = "platform.audit.enabled", matchIfMissing = true)
    static class Recording {

        @Bean
        @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
        static CommandAdvisor commandAdvisor(
                Modules modules,
                ObjectProvider<TransactionAttributeSource> transactions,
                ObjectProvider<JdbcAuditTrail> trail) {
            return new CommandAdvisor(modules, transactions, trail);
        }

        /** By default a transaction is as close to the method as can be, and nothing would fit in between. */
        @Bean
        static BeanFactoryPostProcessor transactionsAroundEntries() {
            return beans -> {
                if (beans.containsBeanDefinition(TransactionManagementConfigUtils.TRANSACTION_ADVISOR_BEAN_NAME)) {
                    beans.getBeanDefinition(TransactionManagementConfigUtils.TRANSACTION_ADVISOR_BEAN_NAME)
                            .getPropertyValues()
                            .add("order", CommandAdvisor.ORDER - 1);
                }
            };
        }
    }
}
