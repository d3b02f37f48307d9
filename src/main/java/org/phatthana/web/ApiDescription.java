package org.phatthana.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What `/api/openapi.json` says of all of the interface: what it is called, how programs sign in, what every
/// request may be answered with, and in which media types.
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String BEARER = "bearer";
    private static final String PROBLEM = "ProblemDetail";
    private static final String DESCRIPTION = """
        Reading is open to everyone; recording takes a bearer token of a role (`token ROLE`). Lists page with `limit` and
        `cursor`: `next` is the cursor of the next page. Answers carry an `ETag` and heed `If-None-Match`. Errors are
        problem details (RFC 9457), in the language of `Accept-Language`. Days are ISO 8601 of the Common Era; years in
        addresses are fiscal years of the Buddhist Era. Money is a decimal string in baht.\
        """;

    @Bean
    OpenApiCustomizer apiDescription() {
        return ApiDescription::describe;
    }

    private static void describe(OpenAPI api) {
        api.info(new Info()
                .title("Phatthana · พัฒนา")
                .version("v1")
                .description(DESCRIPTION)
                .license(new License().name("AGPL-3.0-or-later").identifier("AGPL-3.0-or-later")));
        if (api.getComponents() == null) {
            api.components(new Components());
        }
        api.getComponents()
                .addSecuritySchemes(
                        BEARER,
                        new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme(BEARER))
                .addSchemas(PROBLEM, problem());
        api.getPaths()
                .forEach((path, item) -> item.readOperationsMap()
                        .forEach((method, operation) -> describe(operation, method, path.contains("{"))));
    }

    private static void describe(Operation operation, PathItem.HttpMethod method, boolean isOfSomething) {
        if (method == PathItem.HttpMethod.GET) {
            operation.getResponses().addApiResponse("304", new ApiResponse().description("As with `If-None-Match`"));
        } else {
            operation.addSecurityItem(new SecurityRequirement().addList(BEARER));
            add(operation, "401", "No token, or none that is known");
            add(operation, "403", "The token's role may not do this");
        }
        if (isOfSomething) {
            add(operation, "404", "There is no such thing");
        }
        add(operation, "default", "What is wrong with the request");
        operation.getResponses().forEach((status, response) -> type(response, status));
    }

    private static void add(Operation operation, String status, String why) {
        if (!operation.getResponses().containsKey(status)) {
            var content = new Content()
                    .addMediaType(
                            "application/problem+json",
                            new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM)));
            operation
                    .getResponses()
                    .addApiResponse(status, new ApiResponse().description(why).content(content));
        }
    }

    /// Answers are JSON, and refusals are problem details, where nothing else is said.
    private static void type(ApiResponse response, String status) {
        var content = response.getContent();
        var any = content == null ? null : content.remove("*/*");
        if (content != null && any != null) {
            content.addMediaType(status.startsWith("2") ? "application/json" : "application/problem+json", any);
        }
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .addProperty("type", new StringSchema().description("Its page says more: `/problems/…`"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema())
                .addProperty(
                        "errors",
                        new ArraySchema()
                                .items(new ObjectSchema())
                                .description("Each fault, with the row and field of a list or file where it has one"));
    }
}
