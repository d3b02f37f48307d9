package org.phatthana.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Makes workbooks part by part, for tests of what no writer would write.
public final class RawWorkbook {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Map<String, String> sheets = new LinkedHashMap<>();
    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    /// A sheet with rows of cells; text and numbers are told apart by their types, `=…` is a formula without a
    /// value, `=…→#REF!` one with.
    public RawWorkbook sheet(String name, Object[]... rows) {
        var xml = new StringBuilder("<sheetData>");
        for (var row = 0; row < rows.length; row++) {
            xml.append("<row r=\"").append(row + 1).append("\">");
            for (var column = 0; column < rows[row].length; column++) {
                var address = (char) ('A' + column) + Integer.toString(row + 1);
                xml.append(cell(address, rows[row][column]));
            }
            xml.append("</row>");
        }
        return rawSheet(name, HEAD + "<worksheet xmlns=\"" + MAIN + "\">" + xml + "</sheetData></worksheet>");
    }

    /// A sheet by its whole XML.
    public RawWorkbook rawSheet(String name, String xml) {
        sheets.put(name, xml);
        return this;
    }

    public RawWorkbook part(String name, byte[] bytes) {
        parts.put(name, bytes);
        return this;
    }

    public Path writeTo(Path file) {
        try {
            return Files.write(file, bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public byte[] bytes() {
        var all = new LinkedHashMap<String, byte[]>();
        var types = new StringBuilder();
        var list = new StringBuilder();
        var relations = new StringBuilder();
        var number = 0;
        for (var sheet : sheets.entrySet()) {
            number++;
            list.append("<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%d\"/>"
                    .formatted(escape(sheet.getKey()), number, number));
            relations.append("<Relationship Id=\"rId%d\" Type=\"%s/worksheet\" Target=\"worksheets/sheet%d.xml\"/>"
                    .formatted(number, RELATIONS, number));
            types.append(
                    "<Override PartName=\"/xl/worksheets/sheet%d.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
                            .formatted(number));
            all.put("xl/worksheets/sheet" + number + ".xml", utf8(sheet.getValue()));
        }
        all.put(
                "[Content_Types].xml",
                utf8(HEAD
                        + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default"
                        + " Extension=\"rels\""
                        + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default"
                        + " Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\""
                        + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
                        + types + "</Types>"));
        all.put(
                "_rels/.rels",
                utf8(HEAD + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                        + "<Relationship Id=\"rId1\" Type=\"" + RELATIONS
                        + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"));
        all.put(
                "xl/workbook.xml",
                utf8(HEAD + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS + "\"><sheets>" + list
                        + "</sheets></workbook>"));
        all.put(
                "xl/_rels/workbook.xml.rels",
                utf8(HEAD
                        + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                        + relations
                        + "</Relationships>"));
        all.putAll(parts);
        return zip(all);
    }

    public static byte[] zip(Map<String, byte[]> parts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                var entry = new ZipEntry(part.getKey());
                // The same content is the same bytes, whenever it is made.
                entry.setTimeLocal(java.time.LocalDateTime.of(2023, 10, 1, 0, 0));
                zip.putNextEntry(entry);
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String cell(String address, Object value) {
        return switch (value) {
            case Number number -> "<c r=\"%s\"><v>%s</v></c>".formatted(address, number);
            case String text when text.startsWith("=") -> formula(address, text);
            case String text when text.isEmpty() -> "";
            case String text ->
                "<c r=\"%s\" t=\"inlineStr\"><is><t xml:space=\"preserve\">%s</t></is></c>"
                        .formatted(address, escape(text));
            default -> throw new IllegalArgumentException(value.toString());
        };
    }

    private static String formula(String address, String text) {
        var parts = text.substring(1).split("→", 2);
        var value = parts.length > 1 ? parts[1] : "";
        var type = value.startsWith("#") ? " t=\"e\"" : "";
        return "<c r=\"%s\"%s><f>%s</f><v>%s</v></c>".formatted(address, type, escape(parts[0]), value);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
