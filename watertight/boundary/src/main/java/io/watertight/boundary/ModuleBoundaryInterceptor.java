package io.watertight.boundary;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Role;

/**
 * Enters a module when one of its beans is called, and returns to the caller's module when the call ends in any way. The
 * entered module is bound to the call, not inherited, so a thread that is started inside a module is in none.
 */
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
public class ModuleBoundaryInterceptor implements MethodInterceptor {

    private static final ScopedValue<Visit> VISIT = ScopedValue.newInstance();

    private final Modules modules;
    private final ModuleCallMetrics callMetrics;

    ModuleBoundaryInterceptor(Modules modules, ModuleCallMetrics callMetrics) {
        this.modules = modules;
        this.callMetrics = callMetrics;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        var target = call.getThis();
        var module = target == null ? null : modules.moduleOf(target.getClass()).orElse(null);
        if (target == null || module == null || module.equals(entered())) {
            return call.proceed();
        }
        return callMetrics.counted(
                entered(), module, call.getMethod(), target.getClass(), () -> within(module, call::proceed));
    }

    /** {@return the module that was entered; {@code null} outside all modules} */
    public static @Nullable String entered() {
        return VISIT.isBound() ? VISIT.get().module() : null;
    }

    /** Makes the call outside all modules, for what the toolkit does on a module's behalf. */
    public static <R extends @Nullable Object, X extends Throwable> R outside(ScopedValue.CallableOp<R, X> call)
            throws X {
        return within(null, call);
    }

    /**
     * Registers an action to run when the module is left, such as restoring a connection's role without waiting for a
     * statement.
     */
    public static void onLeaving(Runnable restoration) {
        if (VISIT.isBound()) {
            VISIT.get().restorations().add(restoration);
        }
    }

    private static <R extends @Nullable Object, X extends Throwable> R within(
            @Nullable String module, ScopedValue.CallableOp<R, X> call) throws X {
        if (Objects.equals(module, entered())) {
            return call.call();
        }
        // Few calls have any.
        var visit = new Visit(module, new ArrayList<>(0));
        try {
            return ScopedValue.where(VISIT, visit).call(call);
        } finally {
            visit.restorations().forEach(Runnable::run);
        }
    }

    private record Visit(@Nullable String module, List<Runnable> restorations) {}
}
