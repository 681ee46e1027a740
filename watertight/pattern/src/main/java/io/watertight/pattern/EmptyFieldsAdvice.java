package io.watertight.pattern;

import org.springframework.beans.propertyeditors.StringTrimmerEditor;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** Converts empty form fields to {@code null}; browsers send them as empty text. */
@ControllerAdvice(annotations = PageController.class)
class EmptyFieldsAdvice {

    @InitBinder
    void readEmptyAsAbsent(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new StringTrimmerEditor(true));
    }
}
