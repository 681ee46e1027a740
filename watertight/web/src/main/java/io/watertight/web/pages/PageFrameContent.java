package io.watertight.web.pages;

import jakarta.servlet.http.HttpServletRequest;

/** Adds content to the frame of every page, such as the menu, as request attributes. */
@FunctionalInterface
public interface PageFrameContent {

    void addTo(HttpServletRequest request);
}
