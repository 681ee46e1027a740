package io.watertight.web.json;

import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;

/** Refuses as the key of a map what {@link StorableTextDeserializer} refuses as its value. */
class StorableKeyDeserializer extends KeyDeserializer {

    @Override
    public Object deserializeKey(String key, DeserializationContext context) {
        return StorableTextDeserializer.requireStorable(key, context);
    }
}
