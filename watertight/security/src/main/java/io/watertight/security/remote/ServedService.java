package io.watertight.security.remote;

import io.watertight.api.CurrentCommand;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.RestController;

/**
 * A controller that passes what arrives at the addresses of a remote interface on to the module's own service. A default method
 * of the interface runs as it is: it adapts what cannot travel in a request.
 */
@RestController
interface ServedService {

    static Object of(Class<?> remote, Class<?> service, Supplier<?> bean) {
        InvocationHandler calls = (proxy, method, arguments) -> {
            if (method.getDeclaringClass() == Object.class) {
                return ReflectionUtils.isEqualsMethod(method)
                        ? proxy == arguments[0]
                        : method.invoke(remote, arguments);
            }
            @Nullable
            Method own = ClassUtils.getMethodIfAvailable(service, method.getName(), method.getParameterTypes());
            ScopedValue.CallableOp<@Nullable Object, Throwable> call = () -> own == null
                    ? InvocationHandler.invokeDefault(proxy, method, arguments)
                    : AopUtils.invokeJoinpointUsingReflection(bean.get(), own, arguments);
            Optional<String> command = PeerTokens.currentCommand();
            return command.isPresent() ? CurrentCommand.call(command.get(), call) : call.call();
        };
        return Proxy.newProxyInstance(
                ServedService.class.getClassLoader(), new Class<?>[] {ServedService.class, remote}, calls);
    }
}
