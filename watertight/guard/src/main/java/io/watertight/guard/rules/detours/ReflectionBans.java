package io.watertight.guard.rules.detours;

import io.watertight.guard.rules.Ban;
import java.util.List;
import java.util.Set;

/** What reflection consists of, in the JDK and in the libraries that are usually at hand. */
final class ReflectionBans {

    private static final String ANY_NAME =
            "A name in a string is seen by no compiler and no rule: it may be another module's entity or repository.";
    private static final String BY_TYPE =
            "Name the type in the code; what belongs to another module is asked of the service that it exports.";
    private static final String ANY_MEMBER =
            "It reaches private members of any object, in any module, and no rule sees which.";
    private static final String BY_CALL =
            "Call the method, or give the type a method that says what is wanted; records copy by their constructor.";
    private static final String MADE =
            "A class or a call that is made at run time was seen by no compiler and no rule.";

    static final List<Ban> ALL = List.of(
            Ban.onMethods(
                    List.of("java.lang.Class"),
                    Set.of("forName", "forPrimitiveName", "newInstance"),
                    ANY_NAME,
                    BY_TYPE),
            Ban.onMethods(
                    List.of("java.lang.ClassLoader", "java.net.URLClassLoader", "java.security.SecureClassLoader"),
                    Set.of("loadClass", "findClass", "defineClass", "findLoadedClass", "findSystemClass"),
                    ANY_NAME,
                    BY_TYPE),
            Ban.onMethods(
                    List.of("org.springframework.util.ClassUtils"),
                    Set.of(
                            "forName",
                            "resolveClassName",
                            "resolvePrimitiveClassName",
                            "getMethod",
                            "getMethodIfAvailable",
                            "getStaticMethod",
                            "getConstructorIfAvailable"),
                    ANY_NAME,
                    BY_TYPE),
            Ban.onTypes(List.of("java.net.URLClassLoader", "java.lang.ModuleLayer"), ANY_NAME, BY_TYPE),
            Ban.onMethods(List.of("java.lang.reflect.Method"), Set.of("invoke"), ANY_MEMBER, BY_CALL),
            Ban.onMethods(List.of("java.lang.reflect.Constructor"), Set.of("newInstance"), ANY_MEMBER, BY_CALL),
            Ban.onMethods(
                    List.of(
                            "java.lang.reflect.AccessibleObject",
                            "java.lang.reflect.Field",
                            "java.lang.reflect.Method",
                            "java.lang.reflect.Constructor"),
                    Set.of("setAccessible", "trySetAccessible"),
                    ANY_MEMBER,
                    BY_CALL),
            Ban.onMethods(
                    List.of("java.lang.reflect.Field"),
                    Set.of(
                            "get",
                            "getBoolean",
                            "getByte",
                            "getChar",
                            "getShort",
                            "getInt",
                            "getLong",
                            "getFloat",
                            "getDouble",
                            "set",
                            "setBoolean",
                            "setByte",
                            "setChar",
                            "setShort",
                            "setInt",
                            "setLong",
                            "setFloat",
                            "setDouble"),
                    ANY_MEMBER,
                    BY_CALL),
            Ban.onMethods(
                    List.of("java.lang.Class"),
                    Set.of(
                            "getDeclaredField",
                            "getDeclaredFields",
                            "getDeclaredMethod",
                            "getDeclaredMethods",
                            "getDeclaredConstructor",
                            "getDeclaredConstructors",
                            "getDeclaredClasses"),
                    ANY_MEMBER,
                    BY_CALL),
            Ban.onMethods(
                    List.of("java.lang.invoke.MethodHandles"),
                    Set.of("privateLookupIn", "reflectAs"),
                    ANY_MEMBER,
                    BY_CALL),
            Ban.onMethods(
                    List.of("java.lang.invoke.MethodHandles$Lookup"),
                    Set.of(
                            "findVirtual",
                            "findStatic",
                            "findSpecial",
                            "findConstructor",
                            "findGetter",
                            "findSetter",
                            "findStaticGetter",
                            "findStaticSetter",
                            "findVarHandle",
                            "findStaticVarHandle",
                            "findClass",
                            "accessClass",
                            "bind",
                            "unreflect",
                            "unreflectSpecial",
                            "unreflectConstructor",
                            "unreflectGetter",
                            "unreflectSetter",
                            "unreflectVarHandle",
                            "revealDirect"),
                    ANY_MEMBER,
                    BY_CALL),
            Ban.onMethods(
                    List.of("java.lang.invoke.MethodHandles$Lookup"),
                    Set.of("defineClass", "defineHiddenClass", "defineHiddenClassWithClassData"),
                    MADE,
                    BY_TYPE),
            Ban.onMethods(
                    List.of("java.lang.invoke.MethodHandle"),
                    Set.of("invoke", "invokeExact", "invokeWithArguments"),
                    ANY_MEMBER,
                    BY_CALL),
            Ban.onTypes(
                    List.of("java.lang.reflect.Proxy", "java.lang.reflect.InvocationHandler"),
                    MADE,
                    "Write a class that implements the interface."),
            Ban.onTypes(
                    List.of(
                            "sun.",
                            "com.sun.",
                            "jdk.internal.",
                            "java.lang.instrument.",
                            "java.lang.classfile.",
                            "javax.tools.",
                            "jdk.jshell.",
                            "javax.script.",
                            "org.graalvm.polyglot.",
                            "groovy.",
                            "org.codehaus.groovy.",
                            "net.bytebuddy.",
                            "org.objectweb.asm.",
                            "javassist.",
                            "org.springframework.asm.",
                            "org.springframework.cglib.",
                            "org.springframework.objenesis.",
                            "org.springframework.scripting.",
                            "org.objenesis.",
                            "org.mockito."),
                    MADE,
                    BY_TYPE),
            Ban.onTypes(
                    List.of(
                            "java.beans.Expression",
                            "java.beans.EventHandler",
                            "java.beans.Introspector",
                            "java.beans.PropertyDescriptor",
                            "java.beans.Statement",
                            "java.beans.XMLDecoder",
                            "org.apache.commons.beanutils.",
                            "org.apache.commons.beanutils2.",
                            "org.apache.commons.lang3.reflect.",
                            "org.springframework.beans.BeanUtils",
                            "org.springframework.beans.BeanWrapper",
                            "org.springframework.beans.BeanWrapperImpl",
                            "org.springframework.beans.ConfigurablePropertyAccessor",
                            "org.springframework.beans.DirectFieldAccessor",
                            "org.springframework.beans.PropertyAccessor",
                            "org.springframework.beans.PropertyAccessorFactory",
                            "org.springframework.beans.support.",
                            "org.springframework.data.mapping.PersistentPropertyAccessor",
                            "org.springframework.data.mapping.model.",
                            "org.springframework.data.projection.",
                            "org.springframework.data.util.DirectFieldAccessFallbackBeanWrapper",
                            "org.springframework.data.util.ReflectionUtils",
                            "org.springframework.test.",
                            "org.springframework.util.MethodInvoker",
                            "org.springframework.util.ReflectionUtils"),
                    ANY_MEMBER,
                    BY_CALL),
            Ban.onTypes(
                    List.of(
                            "java.io.ObjectInputStream",
                            "org.apache.commons.lang3.SerializationUtils",
                            "org.springframework.core.serializer.DefaultDeserializer",
                            "org.springframework.util.SerializationUtils"),
                    "Java's deserialisation makes objects of any class and sets their private fields.",
                    "Read JSON into a record."),
            Ban.onTypes(
                    List.of("javax.naming.InitialContext", "javax.naming.Context", "org.springframework.jndi."),
                    "It finds objects by a name that is known when the application runs: a pool of connections without roles, too.",
                    "Have it injected; what comes from outside is a setting, read by @ConfigurationProperties."),
            Ban.onTypes(
                    List.of(
                            "java.rmi.",
                            "javax.management.MBeanServer",
                            "javax.management.MBeanServerConnection",
                            "javax.management.JMX",
                            "javax.management.remote."),
                    "It calls what is registered under a name, in this process or another, past services, transactions and roles.",
                    "Call what the other module exports; a figure for operators is a Micrometer meter or a @ManagedResource."),
            Ban.onTypes(
                    List.of("java.lang.ProcessBuilder", "java.lang.foreign."),
                    "Another process, or native code, has its own way to the data, and no guard reaches there.",
                    "Do it in Java with a JdbcClient and the module's own tables."),
            Ban.onMethods(
                    List.of("java.lang.Runtime", "java.lang.System"),
                    Set.of("exec", "load", "loadLibrary"),
                    "Another process, or native code, has its own way to the data, and no guard reaches there.",
                    "Do it in Java with a JdbcClient and the module's own tables."));

    private ReflectionBans() {}
}
