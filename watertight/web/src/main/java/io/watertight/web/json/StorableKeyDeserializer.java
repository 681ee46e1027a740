package io.watertight.web.json;

import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;

/** Refuses in map keys what {@link StorableTextDeserializer} refuses in values. */
class StorableKeyDeserializer extends KeyDeserializer {

    @Override
    public Object deserializeKey(String key, DeserializationContext context) {
        return StorableTextDeserializer.requireStorable(key, context);
    }
}
