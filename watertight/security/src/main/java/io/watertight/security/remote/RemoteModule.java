package io.watertight.security.remote;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.core.env.Environment;

/**
 * Where a module runs that does not run here, {@code watertight.remote.<module>}, and how long to wait for it.
 *
 * @param concurrentCalls how many calls may wait for it at once; the next one fails immediately
 */
record RemoteModule(
        @Nullable URI url,
        @DefaultValue("500ms") Duration connectTimeout,
        @DefaultValue("3s") Duration readTimeout,
        @DefaultValue("50") int concurrentCalls) {

    private static final String SETTINGS = "watertight.remote.";

    /**
     * @throws InvalidConfigurationPropertyValueException if its address is missing or is that of this process
     */
    static RemoteModule of(String module, Environment environment) {
        RemoteModule remote = Binder.get(environment).bindOrCreate(SETTINGS + module, Bindable.of(RemoteModule.class));
        String setting = SETTINGS + module + ".url";
        if (remote.url == null) {
            throw new InvalidConfigurationPropertyValueException(
                    setting,
                    "",
                    "A module in this process calls module '%s', which runs in another process: set the address of that process."
                            .formatted(module));
        }
        if (remote.url.getPort() == environment.getProperty("server.port", Integer.class, 8080)
                && isThisMachine(remote.url.getHost())) {
            throw new InvalidConfigurationPropertyValueException(
                    setting,
                    remote.url,
                    "This is the address of this process, where '%s' does not run: set that of the process where it runs."
                            .formatted(module));
        }
        return remote;
    }

    URI address() {
        return Objects.requireNonNull(url);
    }

    private static boolean isThisMachine(@Nullable String host) {
        try {
            return NetworkInterface.getByInetAddress(InetAddress.getByName(host)) != null;
        } catch (UnknownHostException | SocketException e) {
            // The name may become known after the start, which waits for no other process.
            return false;
        }
    }
}
