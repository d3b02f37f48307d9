package org.phatthana.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/// Makes the page of a request where no controller is asked, such as in a filter that leads a reader elsewhere.
@Component
public class Pages {

    private final WebConfiguration kit;

    Pages(WebConfiguration kit) {
        this.kit = kit;
    }

    public Page of(HttpServletRequest request) {
        return kit.page(request);
    }
}
