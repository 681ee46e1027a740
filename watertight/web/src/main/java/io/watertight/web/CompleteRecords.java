package io.watertight.web;

import org.springframework.core.ResolvableType;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.servlet.support.ExtendedServletRequestDataBinder;

/**
 * A record is complete when it is constructed. Spring would go on to set its components as properties, and fail where a parameter
 * looks like a part of one, as {@code words.x} does. Only parameters and variables of the path become components: neither headers of the same name nor parameters with
 * Spring's markers, such as {@code _words}.
 */
@ControllerAdvice
class CompleteRecords {

    @InitBinder
    void bindNothingMore(WebDataBinder binder) {
        ResolvableType type = binder.getTargetType();
        if (type != null && type.toClass().isRecord()) {
            binder.setDisallowedFields("*");
            binder.setFieldMarkerPrefix(null);
            binder.setFieldDefaultPrefix(null);
            if (binder instanceof ExtendedServletRequestDataBinder ofHeaders) {
                ofHeaders.setHeaderPredicate(_ -> false);
            }
        }
    }
}
