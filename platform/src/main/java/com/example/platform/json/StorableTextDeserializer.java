package com.example.platform.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;

/**
 * Refuses text that JSON can carry and PostgreSQL cannot store: the character NUL and halves of surrogate pairs.
 *
 * @see <a href="https://www.postgresql.org/docs/18/datatype-character.html">PostgreSQL, Character Types</a>
 */
class StorableTextDeserializer extends StringDeserializer {

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
        String text = super.deserialize(parser, context);
        if (text != null && !isStorable(text)) {
            context.reportInputMismatch(String.class, "contains a character that cannot be stored");
        }
        return text;
    }

    private static boolean isStorable(String text) {
        return text.codePoints()
                .allMatch(it -> it != 0 && !(it >= Character.MIN_SURROGATE && it <= Character.MAX_SURROGATE));
    }
}
