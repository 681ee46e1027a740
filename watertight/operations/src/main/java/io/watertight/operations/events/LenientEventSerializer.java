package io.watertight.operations.events;

import org.springframework.context.annotation.Primary;
import org.springframework.modulith.events.core.EventSerializer;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stores events as JSON, and also reads those of a newer instance of the application: unknown fields are ignored. If a field is
 * missing as well, it was probably renamed, and the event is refused.
 */
@Primary
class LenientEventSerializer implements EventSerializer {

    private final JsonMapper strict;
    private final JsonMapper lenient;

    LenientEventSerializer(JsonMapper json) {
        strict = json;
        lenient = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .build();
    }

    @Override
    public Object serialize(Object event) {
        return strict.writeValueAsString(event);
    }

    @Override
    public <T> T deserialize(Object serialized, Class<T> type) {
        try {
            return strict.readValue(serialized.toString(), type);
        } catch (UnrecognizedPropertyException e) {
            try {
                return lenient.readValue(serialized.toString(), type);
            } catch (DatabindException _) {
                throw e;
            }
        }
    }
}
