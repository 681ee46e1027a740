package io.watertight.web.pages;

import jakarta.servlet.http.HttpServletRequest;

/** What a part of the application adds to the frame of every page, as attributes of the request: the menu, for instance. */
@FunctionalInterface
public interface PageFrameContent {

    void addTo(HttpServletRequest request);
}
