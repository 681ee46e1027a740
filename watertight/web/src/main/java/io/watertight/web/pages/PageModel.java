package io.watertight.web.pages;

import io.watertight.api.CurrentActor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/** Tells every page who looks at it, so that it offers what he may do. That he may not do more is not the page's affair. */
class PageModel implements HandlerInterceptor {

    private final ObjectProvider<CurrentActor> actors;

    PageModel(ObjectProvider<CurrentActor> actors) {
        this.actors = actors;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page != null && isRendered(page)) {
            actors.ifAvailable(it -> page.addObject("actor", it.actor()));
        }
    }

    private static boolean isRendered(ModelAndView page) {
        String view = page.getViewName();
        return view != null && !view.startsWith("redirect:");
    }
}
