package io.watertight.guard.rules.detours;

import io.watertight.guard.code.CodeBase;
import io.watertight.guard.rules.Ban;
import io.watertight.guard.rules.Findings;
import java.util.List;

/** Whoever reaches a class or a member by its name needs no permission of javac. */
final class Reflection {

    private static final String WHY = "It reaches what javac hides, and no rule can tell whose it is.";
    private static final String INSTEAD = "Name the type in code; what another module has, its service is asked for.";

    private static final List<Ban> BANS = List.of(
            new Ban(
                    // What a method is called or annotated with may be read; it is the use of it that goes past javac.
                    "java.lang.reflect.(Method|Field|Constructor|AccessibleObject|Executable)",
                    "invoke|newInstance|setAccessible|trySetAccessible|(get|set)(Boolean|Byte|Char|Short|Int|Long|Float|Double)?",
                    WHY,
                    INSTEAD),
            new Ban(
                    "java.lang.reflect.(Proxy|InvocationHandler)|java.lang.invoke.MethodHandles.*|java.lang.invoke.VarHandle"
                            + "|sun.misc.Unsafe|java.beans.(Introspector|PropertyDescriptor|Statement|Expression|XML\\w+)",
                    "",
                    WHY,
                    INSTEAD),
            new Ban(
                    "java.lang.Class",
                    "forName|getDeclared(Method|Field|Constructor)s?|get(Method|Field|Constructor)s?|newInstance",
                    WHY,
                    INSTEAD),
            new Ban(
                    "java.lang.ClassLoader|java.net.URLClassLoader|java.lang.Module",
                    "loadClass|defineClass|findClass|addOpens|newInstance|<init>",
                    WHY,
                    INSTEAD),
            new Ban(
                    "org.springframework.util.(ReflectionUtils|ClassUtils|MethodInvoker)|org.springframework.beans.(BeanUtils|BeanWrapper\\w*|PropertyAccessor\\w*|DirectFieldAccessor|\\w*AccessorFactory)"
                            + "|org.springframework.data.util.(ReflectionUtils|DirectFieldAccess\\w+)|org.springframework.aop.support.AopUtils|org.springframework.test.util.(ReflectionTestUtils|AopTestUtils)"
                            + "|org.springframework.cglib.*|org.springframework.objenesis.*|net.bytebuddy.*|org.apache.commons.(beanutils|lang3.reflect).*",
                    "(?!isPresent|getShortName|getUserClass|getPackageName).*",
                    WHY,
                    INSTEAD),
            new Ban(
                    "org.springframework.expression.(spel.*|ExpressionParser)|javax.script.*|groovy.lang.*|java.io.ObjectInputStream|javax.naming.(Context|InitialContext)|org.springframework.jndi.\\w+",
                    "",
                    "What comes back is an object of any class, made past its constructor or its owner.",
                    INSTEAD),
            new Ban(
                    "java.lang.ProcessBuilder|java.lang.Runtime",
                    "start|exec|<init>|load|loadLibrary",
                    "Another process has another login, and no transaction of this one.",
                    "Do it in the application, by the service of the module whose data it is."));

    private Reflection() {}

    static void examine(CodeBase code, Findings findings) {
        code.guarded().forEach(it -> {
            findings.examined(it);
            Ban.examine(it, BANS, findings);
        });
    }
}
