package io.watertight.guard.rules.exports;

import java.util.List;
import java.util.Set;

/** What data may call of the JDK and of libraries: whatever only computes. The time of day and chance are let pass. */
final class PureCalls {

    private static final List<String> PURE = List.of(
            "java.lang.",
            "java.math.",
            "java.net.URI",
            "java.net.URLDecoder",
            "java.net.URLEncoder",
            "java.nio.Buffer",
            "java.nio.ByteBuffer",
            "java.nio.CharBuffer",
            "java.nio.charset.",
            "java.io.ByteArray",
            "java.io.DataInput",
            "java.io.DataOutput",
            "java.io.IOException",
            "java.io.InvalidObjectException",
            "java.io.StringReader",
            "java.io.StringWriter",
            "java.io.UncheckedIOException",
            "java.security.MessageDigest",
            "java.security.NoSuchAlgorithmException",
            "java.text.",
            "java.time.",
            "java.util.",
            "jakarta.validation.constraints.",
            "org.jspecify.",
            "org.jmolecules.",
            "org.springframework.util.Assert",
            "org.springframework.util.CollectionUtils",
            "org.springframework.util.ObjectUtils",
            "org.springframework.util.StringUtils");

    private static final List<String> HARMFUL = List.of(
            "java.lang.ClassLoader",
            "java.lang.Compiler",
            "java.lang.InheritableThreadLocal",
            "java.lang.Module",
            "java.lang.ModuleLayer",
            "java.lang.Process",
            "java.lang.ProcessBuilder",
            "java.lang.ProcessHandle",
            "java.lang.Runtime",
            "java.lang.ScopedValue",
            "java.lang.StackWalker",
            "java.lang.Thread",
            "java.lang.ThreadGroup",
            "java.lang.ThreadLocal",
            "java.lang.foreign.",
            "java.lang.instrument.",
            "java.lang.invoke.MethodHandle",
            "java.lang.invoke.MethodHandles",
            "java.lang.invoke.VarHandle",
            "java.lang.management.",
            "java.lang.ref.",
            "java.lang.reflect.",
            "java.util.ResourceBundle",
            "java.util.Scanner",
            "java.util.ServiceLoader",
            "java.util.Timer",
            "java.util.TimerTask",
            "java.util.concurrent.",
            "java.util.jar.",
            "java.util.logging.",
            "java.util.prefs.",
            "java.util.zip.ZipFile");

    private static final Set<String> QUIET_IN_CONCURRENT =
            Set.of("java.util.concurrent.TimeUnit", "java.util.concurrent.ThreadLocalRandom");

    /** Of the class System, what asks nobody outside. */
    private static final Set<String> QUIET_IN_SYSTEM =
            Set.of("arraycopy", "currentTimeMillis", "identityHashCode", "lineSeparator", "nanoTime");

    /** Of a class, what finds and makes others. */
    private static final Set<String> LOUD_IN_CLASS = Set.of(
            "forName",
            "getClassLoader",
            "getConstructor",
            "getDeclaredConstructor",
            "getDeclaredField",
            "getDeclaredFields",
            "getDeclaredMethod",
            "getDeclaredMethods",
            "getField",
            "getMethod",
            "getMethods",
            "getModule",
            "getResource",
            "getResourceAsStream",
            "newInstance");

    private PureCalls() {}

    static boolean isPure(String owner, String method) {
        if (owner.startsWith("[") || !owner.contains(".")) {
            return true;
        }
        if (owner.equals("java.lang.System")) {
            return QUIET_IN_SYSTEM.contains(method);
        }
        if (owner.equals("java.lang.Class")) {
            return !LOUD_IN_CLASS.contains(method);
        }
        return PURE.stream().anyMatch(owner::startsWith)
                && (QUIET_IN_CONCURRENT.contains(owner) || HARMFUL.stream().noneMatch(it -> isOf(it, owner)));
    }

    /** A type, what is nested in it, or everything in a package. */
    private static boolean isOf(String typeOrPackage, String owner) {
        return owner.equals(typeOrPackage)
                || owner.startsWith(typeOrPackage.endsWith(".") ? typeOrPackage : typeOrPackage + "$");
    }
}
