package io.watertight.boundary;

import java.util.ArrayList;
import java.util.List;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

/**
 * The entrance of every module: a caller of one of its beans is in the module until the call returns, and then back where
 * they came from, however it ends. Which module is entered belongs to the call and not to the thread's history, so a
 * thread that is begun inside of a module is in none.
 */
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

    /** {@return the module that is entered; null outside of all modules} */
    public static @Nullable String entered() {
        return VISIT.isBound() ? VISIT.get().module : null;
    }

    /** Makes the call outside of all modules: what the platform does on a module's behalf. */
    public static @Nullable Object outside(Call call) throws Throwable {
        return within(null, call);
    }

    /** Has something put right when the module that is entered is left: a connection's role, without waiting for a statement. */
    public static void onLeaving(Runnable restoration) {
        if (VISIT.isBound()) {
            VISIT.get().restorations.add(restoration);
        }
    }

    private static @Nullable Object within(@Nullable String module, Call call) throws Throwable {
        var before = entered();
        if (module == null ? before == null : module.equals(before)) {
            return call.proceed();
        }
        var visit = new Visit(module);
        try {
            return ScopedValue.where(VISIT, visit).call(call::proceed);
        } finally {
            visit.restorations.forEach(Runnable::run);
        }
    }

    /** What is called in a module, or outside of all. */
    @FunctionalInterface
    public interface Call {

        @Nullable
        Object proceed() throws Throwable;
    }

    private static final class Visit {

        private final @Nullable String module;

        /** Few visits have any. */
        private final List<Runnable> restorations = new ArrayList<>(0);

        Visit(@Nullable String module) {
            this.module = module;
        }
    }
}
