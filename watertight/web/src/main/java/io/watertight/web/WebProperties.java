package io.watertight.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param maxBodySize the largest body that is read into memory
 * @param maxUploadSize the largest body that is read as a stream ({@code text/csv})
 */
@ConfigurationProperties("watertight.web")
record WebProperties(
        @DefaultValue("1MB") DataSize maxBodySize,
        @DefaultValue("256MB") DataSize maxUploadSize) {}
