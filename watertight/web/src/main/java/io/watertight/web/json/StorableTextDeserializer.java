package io.watertight.web.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.deser.jdk.StringDeserializer;

/**
 * Refuses text that JSON can contain but PostgreSQL cannot store: NUL characters and unpaired surrogates.
 *
 * @see <a href="https://www.postgresql.org/docs/18/datatype-character.html">PostgreSQL, Character Types</a>
 */
class StorableTextDeserializer extends StringDeserializer {

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
        String text = super.deserialize(parser, context);
        return text == null ? null : requireStorable(text, context);
    }

    private static String requireStorable(String text, DeserializationContext context) {
        if (!text.codePoints().allMatch(StorableTextDeserializer::isStorable)) {
            context.reportInputMismatch(String.class, "contains a character that cannot be stored");
        }
        return text;
    }

    private static boolean isStorable(int codePoint) {
        return codePoint != 0 && !(codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
    }

    /** Refuses the same in the keys of maps. */
    static class OfKeys extends KeyDeserializer {

        @Override
        public Object deserializeKey(String key, DeserializationContext context) {
            return requireStorable(key, context);
        }
    }
}
