package org.phatthana.plan.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.phatthana.exchange.Download;
import org.phatthana.web.Page;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class PressTest {

    private final Press press = new Press();
    private final CountDownLatch begun = new CountDownLatch(2);
    private final CountDownLatch enough = new CountDownLatch(1);

    @Test
    void whoComesWhileOthersArePrintedIsAskedToComeAgain() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var printing = new ArrayList<java.util.concurrent.Future<MockHttpServletResponse>>();
            for (var i = 0; i < 2; i++) {
                printing.add(threads.submit(() -> answer(slow())));
            }
            begun.await();
            var refused = answer(slow());
            assertThat(refused.getStatus()).isEqualTo(503);
            assertThat(refused.getHeader("Retry-After")).isEqualTo("15");
            enough.countDown();
            for (var printed : printing) {
                assertThat(printed.get().getStatus()).isEqualTo(200);
                assertThat(printed.get().getContentAsString()).isEqualTo("form");
                assertThat(printed.get().getHeader("Content-Disposition"))
                        .isEqualTo("attachment; filename=\"p02.pdf\"; filename*=UTF-8''%E0%B8%9C.02.pdf");
            }
        }
        assertThat(answer(slow()).getStatus())
                .as("afterwards there is room again")
                .isEqualTo(200);
    }

    private Download slow() {
        return new Download("ผ.02.pdf", "application/pdf", out -> {
            begun.countDown();
            try {
                enough.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            out.write("form".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        });
    }

    private MockHttpServletResponse answer(Download file) throws Exception {
        var page = mock(Page.class);
        when(page.show(anyInt(), anyString(), any())).thenAnswer(call ->
                (org.springframework.web.servlet.View) (_, _, response) -> response.setStatus(call.getArgument(0)));
        var response = new MockHttpServletResponse();
        press.print(page, "p02.pdf", file).render(Map.of(), new MockHttpServletRequest(), response);
        return response;
    }
}
