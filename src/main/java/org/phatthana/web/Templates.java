package org.phatthana.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import gg.jte.output.Utf8ByteOutput;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/// The precompiled templates. One is rendered whole before a byte is sent, so that a fault in it is an error page,
/// not half a page.
@Component
class Templates {

    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    Templates() {
        engine.setTrimControlStructures(true);
    }

    /// A template with its parameters as text, for what is no answer to a request.
    String text(String template, Map<String, ?> parameters) {
        var output = new StringOutput();
        engine.render(template + ".jte", new HashMap<>(parameters), output);
        return output.toString();
    }

    View view(Page page, int status, String template, Map<String, ?> parameters) {
        return (_, _, response) -> {
            var all = new HashMap<String, Object>(parameters);
            all.put("page", page);
            var output = new Utf8ByteOutput();
            engine.render(template + ".jte", all, output);
            response.setStatus(status);
            response.setContentType("text/html;charset=UTF-8");
            response.setContentLength(output.getContentLength());
            response.addHeader("Vary", "HX-Request");
            output.writeTo(response.getOutputStream());
        };
    }
}
