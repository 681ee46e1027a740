package io.watertight.operations.audit;

import io.watertight.boundary.Modules;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.StaticMethodMatcherPointcutAdvisor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.interceptor.TransactionAttribute;
import org.springframework.transaction.interceptor.TransactionAttributeSource;
import org.springframework.util.ClassUtils;

/**
 * Finds the commands: what a module's exported service does in a transaction that may write. Their entries are made inside
 * of that transaction, and inside of the module.
 */
class CommandAdvisor extends StaticMethodMatcherPointcutAdvisor {

    static final int ORDER = LOWEST_PRECEDENCE - 1;

    private final transient Modules modules;
    private final transient ObjectProvider<TransactionAttributeSource> transactions;

    CommandAdvisor(
            Modules modules,
            ObjectProvider<TransactionAttributeSource> transactions,
            ObjectProvider<JdbcAuditTrail> trail) {
        super(new CommandRecorder(modules, trail));
        this.modules = modules;
        this.transactions = transactions;
        setOrder(ORDER);
        setClassFilter(this::isService);
    }

    @Override
    public boolean matches(Method method, Class<?> targetClass) {
        if (!isExported(method, targetClass)) {
            return false;
        }
        TransactionAttribute transaction = transactions.getObject().getTransactionAttribute(method, targetClass);
        return transaction != null && !transaction.isReadOnly();
    }

    private boolean isService(Class<?> type) {
        return modules.moduleOfBean(type).isPresent();
    }

    private boolean isExported(Method method, Class<?> targetClass) {
        for (Class<?> type : ClassUtils.getAllInterfacesForClassAsSet(targetClass)) {
            if (modules.isExported(type) && ClassUtils.hasMethod(type, method.getName(), method.getParameterTypes())) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
