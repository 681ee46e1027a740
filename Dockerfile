# The image of the shop. Needs BuildKit, which every current Docker has, and nothing else: Maven runs inside.

FROM eclipse-temurin:25-jdk AS build
WORKDIR /source
# No POM is copied ahead of the sources: the cache mount below keeps what Maven has downloaded, also when a POM changes,
# and a new module needs no line here.
COPY . .
# These goals instead of "package", because that phase also downloads what only tests need, PostgreSQL for five platforms
# among it. Tests and the format check are CI's.
RUN --mount=type=cache,target=/root/.m2,sharing=locked \
    ./mvnw -B -ntp -pl '!watertight/testing,!architecture-tests' -Dspotless.check.skip compile jar:jar spring-boot:repackage \
    && java -Djarmode=tools -jar app/target/app-*-exec.jar \
        extract --layers --application-filename shop.jar --destination /layers

FROM eclipse-temurin:25-jre
LABEL org.opencontainers.image.title="shop" \
      org.opencontainers.image.description="A modular monolith that stays modular" \
      org.opencontainers.image.licenses="Apache-2.0"
WORKDIR /shop
# From what changes rarely to what changes with every commit, so that a new version is a small layer.
COPY --from=build /layers/dependencies/ ./
COPY --from=build /layers/spring-boot-loader/ ./
COPY --from=build /layers/snapshot-dependencies/ ./
COPY --from=build /layers/application/ ./
# An operator may replace these. The heap follows the container's limit; the rest of it is for threads, code and buffers. The
# collector is named, because one that the JVM chooses by the size of its machine could not use all of the cache below. So is the
# heap to begin with: its default, a 64th of the memory, is too little in a small container, and wasted on a large machine.
# If you add a smaller -Xmx, reduce -Xms, too. The last three let the JVM inline less: what it compiles after a start is ready sooner,
# and a warm shop is as fast ("warm-up" and "limit" in watertight/benchmarks).
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=65 -Xms96m -XX:+UseSerialGC -XX:MaxInlineLevel=6 -XX:InlineSmallCode=1000 -XX:FreqInlineSize=100"
# Classes as they are after a start (JEP 483, 514), here and not while building, because the cache is valid only for the same JVM
# and the same files. That start ends before it needs a database or the identity provider.
RUN java -XX:AOTCacheOutput=classes.aot -Xlog:aot=error,aot*=error -Dspring.context.exit=onRefresh -jar shop.jar \
    --spring.flyway.enabled=false --spring.security.oauth2.resourceserver.jwt.issuer-uri=https://issuer.invalid \
    --spring.security.oauth2.resourceserver.jwt.audiences=none
# A number, because Kubernetes' runAsNonRoot cannot judge a name; it owns no file here and needs to write only to /tmp.
USER 10001:10001
EXPOSE 8080
# Bash sends the request itself, because the image has no curl and should not get one for this. The start period leaves time for a
# database that comes late.
HEALTHCHECK --interval=5s --timeout=4s --start-period=120s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${SERVER_PORT:-8080} \
        && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 \
        && read -r _ status _ <&3 && [[ $status == 200 ]]"]
# Out of memory, a JVM may answer some requests and leave others waiting forever; so it exits, and is restarted.
ENTRYPOINT ["java", "-XX:AOTCache=classes.aot", "-XX:+ExitOnOutOfMemoryError", "-jar", "shop.jar"]
