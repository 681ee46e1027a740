package io.watertight.guard.rules;

import io.watertight.guard.code.CodeType;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Something of the JDK or of a framework that the application's code leaves alone.
 *
 * @param types a pattern of fully qualified names
 * @param methods a pattern of methods, with parameters or without, whose calls alone are meant; empty if naming the type
 *     is enough
 */
record Ban(Pattern types, String methods) {

    /** The container gives any bean to a caller that asks for it by name, or asks for all beans. */
    static final List<Ban> LOOKUP = List.of(Ban.onCalls(
            "org.springframework.(beans.factory|(web.)?context).*",
            "getBean\\(java.lang.String.*|getBean(Names|DefinitionNames|sWithAnnotation)\\w*|getSingleton(Names)?|beans?OfType\\w*"
                    + "|getWebApplicationContext|autowire\\w*|createBean|configureBean|processInjection\\w*"));

    /** These reach what javac hides, and no rule can tell whose it is. */
    static final List<Ban> REFLECTION = List.of(
            // Names and annotations of members may be read; only using a member bypasses javac.
            Ban.onCalls(
                    "java.lang.reflect.(Method|Field|Constructor|AccessibleObject|Executable)",
                    "invoke|newInstance|(trySet|set)Accessible|(get|set)(Boolean|Byte|Char|Short|Int|Long|Float|Double)?"),
            Ban.onCalls(
                    "java.lang.Class",
                    "forName|getDeclared(Method|Field|Constructor)s?|get(Method|Field|Constructor)s?|newInstance"),
            Ban.onCalls(
                    "java.lang.ClassLoader|java.net.URLClassLoader|java.lang.Module",
                    "loadClass|defineClass|findClass|addOpens|newInstance|<init>"),
            Ban.onCalls("java.lang.invoke.MethodHandles.*", "(?!lookup(Class)?\\b).*"), // Loggers ask for them.
            Ban.onCalls("java.lang.ProcessBuilder|java.lang.Runtime", "start|exec|<init>|load|loadLibrary"),
            Ban.onCalls(
                    "org.springframework.util.(ReflectionUtils|ClassUtils|MethodInvoker)|org.springframework.beans.(BeanUtils|BeanWrapper\\w*|PropertyAccessor\\w*|DirectFieldAccessor|\\w*AccessorFactory)"
                            + "|org.springframework.data.util.(ReflectionUtils|DirectFieldAccess\\w+)|org.springframework.aop.support.AopUtils|org.springframework.(cglib|objenesis).*|net.bytebuddy.*|org.apache.commons.(beanutils|lang3.reflect).*",
                    "(?!isPresent|getShortName|getUserClass|getPackageName).*"),
            Ban.on(
                    "java.lang.reflect.(Proxy|InvocationHandler)|java.lang.invoke.VarHandle|sun.misc.Unsafe|java.beans.(Introspector|PropertyDescriptor|Statement|Expression|XML\\w+)"
                            + "|org.springframework.expression.(spel.*|ExpressionParser)|javax.script.*|groovy.lang.*|java.io.ObjectInputStream|javax.naming.(Context|InitialContext)|org.springframework.jndi.\\w+"));

    static Ban on(String types) {
        return onCalls(types, "");
    }

    static Ban onCalls(String types, String methods) {
        String escaped = types.replaceAll("(?<=\\w)\\.(?=[a-zA-Z(\\\\])", "\\\\.");
        return new Ban(Pattern.compile("(" + escaped + ")(\\$.*)?"), methods);
    }

    /** Records the banned things that a class uses. */
    static void examine(CodeType user, List<Ban> bans, Findings findings) {
        Lines used = new Lines();
        bans.forEach(it -> it.collect(user, used));
        findings.add(user, used, "%s uses %s%s.".formatted(user.inWords(), used.things(), used.others()));
    }

    private void collect(CodeType user, Lines used) {
        if (methods.isEmpty()) {
            user.uses().stream()
                    .filter(it -> types.matcher(it.type()).matches())
                    .forEach(it -> used.add(Lines.simple(it.type()), it.member(), it.line()));
            return;
        }
        user.calls().stream()
                .filter(it -> types.matcher(it.owner().getName()).matches())
                .filter(it -> it.name().matches(methods) || it.signature().matches(methods))
                .forEach(it -> used.add(
                        "%s.%s".formatted(Lines.simple(it.owner().getName()), it.name()), it.member(), it.line()));
    }
}
