package org.phatthana.registers.web;

import org.phatthana.exchange.Download;
import org.phatthana.registers.Registers;
import org.phatthana.registers.xlsform.FormWriting;
import org.phatthana.web.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/// Registers as forms for ODK and Kobo, with all fields: for those who record.
@Controller
class FormFiles {

    private final Registers registers;
    private final Texts texts;

    FormFiles(Registers registers, Texts texts) {
        this.registers = registers;
        this.texts = texts;
    }

    @GetMapping("/registers/{code}/form.xlsx")
    View form(@PathVariable String code) {
        var register = registers.find(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new Download(register.code() + "-form.xlsx", Download.XLSX, new FormWriting(register, texts)::writeTo);
    }
}
