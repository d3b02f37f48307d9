package org.phatthana.site;

import java.util.Map;
import org.phatthana.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

@Controller
class HomePage {

    @GetMapping("/")
    View home(Page page) {
        return page.show("site/home", Map.of());
    }
}
