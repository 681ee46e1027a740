package io.watertight.boundary.data;

import io.watertight.api.Contended;
import io.watertight.boundary.Modules;
import java.lang.reflect.Method;
import java.util.UUID;
import org.springframework.aop.support.StaticMethodMatcherPointcutAdvisor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Service;
import org.springframework.transaction.interceptor.TransactionAttribute;
import org.springframework.transaction.interceptor.TransactionAttributeSource;

/** Selects the commands of modules' services whose first argument is {@code Contended}; applied outside their transactions. */
class CommandBulkheadAdvisor extends StaticMethodMatcherPointcutAdvisor {

    private static final int AROUND_TRANSACTIONS = HIGHEST_PRECEDENCE + 200;

    private final transient ObjectProvider<TransactionAttributeSource> transactions;

    CommandBulkheadAdvisor(Modules modules, ObjectProvider<TransactionAttributeSource> transactions) {
        super(new CommandBulkheads());
        this.transactions = transactions;
        setOrder(AROUND_TRANSACTIONS);
        setClassFilter(it -> AnnotatedElementUtils.hasAnnotation(it, Service.class)
                && modules.moduleOfBean(it).isPresent());
    }

    @Override
    public boolean matches(Method method, Class<?> targetClass) {
        if (method.getParameterCount() == 0 || !saysWhatItChanges(method.getParameterTypes()[0])) {
            return false;
        }
        TransactionAttribute transaction = transactions.getObject().getTransactionAttribute(method, targetClass);
        return transaction != null && !transaction.isReadOnly();
    }

    private static boolean saysWhatItChanges(Class<?> argument) {
        return argument == String.class || argument == UUID.class || Contended.class.isAssignableFrom(argument);
    }
}
