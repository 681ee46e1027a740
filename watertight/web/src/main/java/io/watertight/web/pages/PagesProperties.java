package io.watertight.web.pages;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param zone the time zone of the pages
 */
@ConfigurationProperties("watertight.pages")
record PagesProperties(@DefaultValue("UTC") ZoneId zone) {}
