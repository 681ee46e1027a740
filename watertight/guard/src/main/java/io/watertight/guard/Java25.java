package io.watertight.guard;

/** Opens the engine where the JVM is new enough. */
final class Java25 {

    private Java25() {}

    static Engine engine() {
        int found = Runtime.version().feature();
        if (found < 25) {
            throw new IllegalStateException(
                    "The guard runs on Java 25 or later, and this is Java %d; the code that it examines may be compiled for 17 or 21."
                                    .formatted(found)
                            + " To run only the tests on 25, set in Maven surefire's"
                            + " <jdkToolchain><version>25</version></jdkToolchain>, in Gradle javaLauncher ="
                            + " javaToolchains.launcherFor { languageVersion = JavaLanguageVersion.of(25) }.");
        }
        try {
            return Class.forName("io.watertight.guard.run.GuardEngine")
                    .asSubclass(Engine.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The guard's jar is not complete", e);
        }
    }
}
