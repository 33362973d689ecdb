FROM maven:3.9.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY pom.xml ./
COPY src src
COPY processes processes
COPY forms forms
RUN --mount=type=cache,target=/root/.m2 mvn -B -Dmaven.test.skip=true package \
 && cp target/tiyanguan-*.jar app.jar \
 && java -Djarmode=tools -jar app.jar extract --layers --destination layers

FROM eclipse-temurin:17-jre-jammy
ENV TZ=Asia/Shanghai LANG=C.UTF-8
WORKDIR /app
RUN useradd --system --uid 10001 --home-dir /app --shell /usr/sbin/nologin tiyanguan
COPY .docker/health /usr/local/bin/health
# What changes least comes first: a rebuild sends only the last layer.
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
USER 10001
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=5s --start-period=120s --retries=4 CMD ["bash", "/usr/local/bin/health"]
ENTRYPOINT ["java", "-Duser.timezone=Asia/Shanghai", "-Dfile.encoding=UTF-8", "-XX:MaxRAMPercentage=75", "-XX:+ExitOnOutOfMemoryError", "-jar", "app.jar"]
