package org.phatthana.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.info.BuildProperties;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class PublicPagesTest {

    private static final Instant EVENING = Instant.parse("2026-01-05T16:59:00Z");
    private static final Instant MIDNIGHT_IN_THAILAND = Instant.parse("2026-01-05T17:00:00Z");

    private Instant now = EVENING;
    private int made;

    private final PublicPages pages = new PublicPages(
            new StaticListableBeanFactory(Map.of("freshness", (Freshness) () -> 7)).getBeanProvider(Freshness.class),
            new StaticListableBeanFactory().getBeanProvider(BuildProperties.class),
            new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return now;
                }
            });

    @Test
    void aPageIsMadeOnceADayForEachSizeOfTheLog() throws Exception {
        var first = get(null);
        assertThat(first.getContentAsString()).isEqualTo("made 1");
        var etag = first.getHeader("ETag");
        assertThat(get(null).getContentAsString()).isEqualTo("made 1");
        assertThat(get(etag).getStatus()).isEqualTo(304);

        now = MIDNIGHT_IN_THAILAND;
        var next = get(etag);
        assertThat(next.getStatus()).isEqualTo(200);
        assertThat(next.getContentAsString()).isEqualTo("made 2");
        assertThat(next.getHeader("ETag")).isNotEqualTo(etag);
    }

    private MockHttpServletResponse get(@Nullable String etag) throws ServletException, IOException {
        var request = new MockHttpServletRequest("GET", "/duties");
        if (etag != null) {
            request.addHeader("If-None-Match", etag);
        }
        var response = new MockHttpServletResponse();
        pages.doFilter(request, response, (_, answer) -> {
            made++;
            answer.setContentType("text/html");
            answer.getWriter().write("made " + made);
        });
        return response;
    }
}
