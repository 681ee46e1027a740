package io.watertight.boundary.data;

import java.lang.annotation.Annotation;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import org.springframework.data.jdbc.core.mapping.BasicJdbcPersistentProperty;
import org.springframework.data.jdbc.core.mapping.JdbcMappingContext;
import org.springframework.data.mapping.model.Property;
import org.springframework.data.mapping.model.SimpleTypeHolder;
import org.springframework.data.relational.RelationalManagedTypes;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;
import org.springframework.data.relational.core.mapping.Table;

/**
 * Stores a value of several components in as many columns: {@code Money price} in {@code price_amount} and
 * {@code price_currency}. Spring Data requires {@link Embedded} on each such component, and so in every DTO that a query fills;
 * without it, Spring Data expects a separate table for the value.
 */
class ValueMappingContext extends JdbcMappingContext {

    private static final Embedded EMBEDDED =
            AnnotationUtils.synthesizeAnnotation(Map.of("onEmpty", OnEmpty.USE_NULL), Embedded.class, null);

    ValueMappingContext(JdbcCustomConversions conversions, RelationalManagedTypes types) {
        setSimpleTypeHolder(conversions.getSimpleTypeHolder());
        setManagedTypes(types);
    }

    @Override
    protected RelationalPersistentProperty createPersistentProperty(
            Property property, RelationalPersistentEntity<?> owner, SimpleTypeHolder simpleTypes) {
        Class<?> type = property.getType();
        if (!type.isRecord() || simpleTypes.isSimpleType(type) || type.isAnnotationPresent(Table.class)) {
            return super.createPersistentProperty(property, owner, simpleTypes);
        }
        Value value = new Value(property, owner, simpleTypes);
        applyDefaults(value);
        return value;
    }

    private final class Value extends BasicJdbcPersistentProperty {

        Value(Property property, RelationalPersistentEntity<?> owner, SimpleTypeHolder simpleTypes) {
            super(property, owner, simpleTypes, getNamingStrategy());
        }

        @Override
        public boolean isEmbedded() {
            return true;
        }

        @Override
        public String getEmbeddedPrefix() {
            return isAnnotationPresent(Embedded.class)
                    ? super.getEmbeddedPrefix()
                    : getNamingStrategy().getColumnName(this) + '_';
        }

        /** Spring Data's converter looks for the annotation itself, in each row. */
        @Override
        public <A extends Annotation> @Nullable A findAnnotation(Class<A> type) {
            A found = super.findAnnotation(type);
            return found == null && type == Embedded.class ? type.cast(EMBEDDED) : found;
        }
    }
}
