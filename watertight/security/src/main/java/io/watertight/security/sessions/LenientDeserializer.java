package io.watertight.security.sessions;

import java.io.InvalidObjectException;
import java.io.ObjectInputFilter;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ConfigurableObjectInputStream;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializationFailedException;

/** Reads what a session holds; what another release has stored in another form is left out, which signs the person out. */
class LenientDeserializer implements Converter<byte[], Object> {

    private static final Logger LOG = LoggerFactory.getLogger(LenientDeserializer.class);

    private final DeserializingConverter strict;

    /**
     * What sessions hold, beside classes of the application; any other class could do something when it is read. Spring stores
     * messages for the next page in a concurrent list, and among them may be a form with its errors.
     */
    private static final String KNOWN =
            "java.lang.*;java.util.*;java.util.concurrent.**;java.time.*;java.math.*;java.net.*;"
                    + "sun.util.calendar.ZoneInfo;org.springframework.security.**;org.springframework.web.**;"
                    + "org.springframework.util.*;org.springframework.validation.**;"
                    + "org.springframework.context.support.DefaultMessageSourceResolvable;io.watertight.**;";

    /** @param application its packages */
    LenientDeserializer(ClassLoader classes, List<String> application) {
        ObjectInputFilter known = ObjectInputFilter.Config.createFilter(
                KNOWN + application.stream().map(it -> it + ".**;").collect(Collectors.joining()) + "!*");
        this.strict = new DeserializingConverter(bytes -> {
            try (ConfigurableObjectInputStream objects = new ConfigurableObjectInputStream(bytes, classes)) {
                objects.setObjectInputFilter(known);
                return objects.readObject();
            } catch (ClassNotFoundException e) {
                throw new InvalidObjectException("There is no such class", e);
            }
        });
    }

    @Override
    @SuppressWarnings("NullAway") // Spring Session takes null for an attribute that is not there.
    public @Nullable Object convert(byte[] bytes) {
        try {
            return strict.convert(bytes);
        } catch (SerializationFailedException e) {
            LOG.info("A session of another release could not be read: {}", e.getMessage());
            return null;
        }
    }
}
