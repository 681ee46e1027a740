package io.watertight.guard.rules;

import io.watertight.guard.code.CodeBase;
import io.watertight.guard.code.CodeType;
import java.util.List;

/** By these something is reached that javac hides, and no rule can tell whose it is. */
final class Reflection {

    private static final List<Ban> BANS = List.of(
            // What a method is called or annotated with may be read; it is the use of it that goes past javac.
            Ban.onCalls(
                    "java.lang.reflect.(Method|Field|Constructor|AccessibleObject|Executable)",
                    "invoke|newInstance|(trySet|set)Accessible|(get|set)(Boolean|Byte|Char|Short|Int|Long|Float|Double)?"),
            Ban.onCalls(
                    "java.lang.Class",
                    "forName|getDeclared(Method|Field|Constructor)s?|get(Method|Field|Constructor)s?|newInstance"),
            Ban.onCalls(
                    "java.lang.ClassLoader|java.net.URLClassLoader|java.lang.Module",
                    "loadClass|defineClass|findClass|addOpens|newInstance|<init>"),
            Ban.onCalls("java.lang.ProcessBuilder|java.lang.Runtime", "start|exec|<init>|load|loadLibrary"),
            Ban.onCalls(
                    "org.springframework.util.(ReflectionUtils|ClassUtils|MethodInvoker)|org.springframework.beans.(BeanUtils|BeanWrapper\\w*|PropertyAccessor\\w*|DirectFieldAccessor|\\w*AccessorFactory)"
                            + "|org.springframework.data.util.(ReflectionUtils|DirectFieldAccess\\w+)|org.springframework.aop.support.AopUtils|org.springframework.(cglib|objenesis).*|net.bytebuddy.*|org.apache.commons.(beanutils|lang3.reflect).*",
                    "(?!isPresent|getShortName|getUserClass|getPackageName).*"),
            Ban.on(
                    "java.lang.reflect.(Proxy|InvocationHandler)|java.lang.invoke.(MethodHandles.*|VarHandle)|sun.misc.Unsafe|java.beans.(Introspector|PropertyDescriptor|Statement|Expression|XML\\w+)"
                            + "|org.springframework.expression.(spel.*|ExpressionParser)|javax.script.*|groovy.lang.*|java.io.ObjectInputStream|javax.naming.(Context|InitialContext)|org.springframework.jndi.\\w+"));

    void examine(CodeBase code, CodeType user, Findings findings) {
        Ban.examine(user, BANS, findings);
    }
}
