package io.watertight.web;

import org.springframework.core.ResolvableType;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * A record is complete when it is constructed. Spring would go on to set its components as properties, and fail where a parameter
 * looks like a part of one, as {@code words.x} does.
 */
@ControllerAdvice
class CompleteRecords {

    @InitBinder
    void bindNothingMore(WebDataBinder binder) {
        ResolvableType type = binder.getTargetType();
        if (type != null && type.toClass().isRecord()) {
            binder.setDisallowedFields("*");
        }
    }
}
