package io.watertight.web;

import jakarta.validation.Valid;
import jakarta.validation.Validator;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanInstantiationException;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpStatus;
import org.springframework.util.StringUtils;
import org.springframework.validation.DataBinder.ValueResolver;
import org.springframework.validation.FieldError;
import org.springframework.validation.beanvalidation.SpringValidatorAdapter;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.ServletModelAttributeMethodProcessor;

/**
 * Reads a form into a record that is annotated with {@code @Valid}, and reports everything that is wrong at once. Spring ends
 * the request where a value type inside the record refuses its parts, as an amount does that has too many decimals or no
 * currency. So these are tried first, and their messages, which are written for the caller, become errors like others.
 */
class FormResolver extends ServletModelAttributeMethodProcessor {

    /** As in {@code price.amount}, and not of an element of a list. */
    private static final Pattern PART = Pattern.compile("\\w+(\\.\\w+)+");

    private final Validator validator;

    FormResolver(Validator validator) {
        super(true);
        this.validator = validator;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().isRecord() && parameter.hasParameterAnnotation(Valid.class);
    }

    @Override
    protected void constructAttribute(WebDataBinder binder, NativeWebRequest request) {
        // Spring Boot's own cannot check a field of a record that could not be constructed.
        binder.replaceValidators(new SpringValidatorAdapter(validator));
        Form form = new Form(binder, request);
        ResolvableType type = binder.getTargetType();
        if (type != null) {
            Arrays.stream(type.toClass().getRecordComponents())
                    .filter(it -> it.getType().isRecord())
                    .forEach(it -> form.read(it.getName(), it.getType()));
        }
        try {
            binder.construct(form);
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            // Spring expects an index, as in lines[0].size, to be a number below the binder's limit.
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "The form has a row with an invalid number.", e);
        }
    }

    private record Form(WebDataBinder binder, NativeWebRequest request) implements ValueResolver {

        @Override
        public @Nullable Object resolveValue(String name, Class<?> type) {
            String[] values = request.getParameterValues(name);
            if (values == null || isEmptyPart(name)) {
                return null;
            }
            return values.length == 1 ? values[0] : values;
        }

        /** Without empty parts, so that a value type of which nothing is given is absent. */
        @Override
        public Set<String> getNames() {
            return request.getParameterMap().keySet().stream()
                    .filter(it -> !isEmptyPart(it))
                    .collect(Collectors.toSet());
        }

        private boolean isEmptyPart(String name) {
            return PART.matcher(name).matches() && !StringUtils.hasText(request.getParameter(name));
        }

        @Nullable
        Object read(String path, Class<?> type) {
            String prefix = path + '.';
            if (getNames().stream().noneMatch(it -> it.startsWith(prefix))) {
                return null;
            }
            Constructor<?> constructor = BeanUtils.getResolvableConstructor(type);
            RecordComponent[] parts = type.getRecordComponents();
            @Nullable Object[] values = new @Nullable Object[parts.length];
            boolean complete = true;
            for (int i = 0; i < parts.length; i++) {
                String name = prefix + parts[i].getName();
                boolean optional = new MethodParameter(constructor, i).isOptional();
                if (parts[i].getType().isRecord()) {
                    values[i] = read(name, parts[i].getType());
                } else if (!isEmptyPart(name)) {
                    values[i] = converted(name, parts[i].getType());
                } else if (!optional) {
                    reject(name, Violations.REQUIRED);
                }
                complete &= values[i] != null || optional;
            }
            try {
                return complete ? BeanUtils.instantiateClass(constructor, values) : null;
            } catch (BeanInstantiationException e) {
                if (e.getCause() instanceof IllegalArgumentException refused) {
                    reject(path, String.valueOf(refused.getMessage()));
                    return null;
                }
                throw e;
            }
        }

        private @Nullable Object converted(String name, Class<?> type) {
            try {
                return binder.convertIfNecessary(request.getParameter(name), type);
            } catch (TypeMismatchException e) {
                // Spring meets it again, and reports it.
                return null;
            }
        }

        private void reject(String path, String message) {
            binder.getBindingResult()
                    .addError(new FieldError(binder.getObjectName(), path, null, true, null, null, message));
        }
    }
}
