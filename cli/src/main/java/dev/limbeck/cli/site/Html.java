package dev.limbeck.cli.site;

import dev.limbeck.cli.picture.Markup;
import java.util.List;

/** Writes one page. */
final class Html {
    /** Stands in each page that was written here. */
    static final String GENERATOR = "<meta name=\"generator\" content=\"limbeck\">";

    private final StringBuilder text = new StringBuilder();

    /** Begins a page. */
    Html(String title) {
        line("<!DOCTYPE html>");
        line("<html lang=\"en\">");
        line("<head>");
        line("<meta charset=\"utf-8\">");
        line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        line(GENERATOR);
        line("<title>" + Markup.escaped(title) + "</title>");
        line("<link rel=\"stylesheet\" href=\"style.css\">");
        line("</head>");
        line("<body>");
        line(
                "<nav><a href=\"index.html\">Schema</a> <a href=\"diagram.html\">Diagram</a>"
                        + " <a href=\"revisions.html\">Revisions</a></nav>");
        line("<h1>" + Markup.escaped(title) + "</h1>");
    }

    /** Adds a line of markup. */
    void line(String markup) {
        text.append(markup).append('\n');
    }

    void heading(String words) {
        line("<h2>" + Markup.escaped(words) + "</h2>");
    }

    void paragraph(String words) {
        line("<p>" + Markup.escaped(words) + "</p>");
    }

    /** Adds a heading and a list of markup; nothing where there is none. */
    void list(String words, List<String> items) {
        if (!items.isEmpty()) {
            heading(words);
            line("<ul>");
            items.forEach(item -> line("<li>" + item + "</li>"));
            line("</ul>");
        }
    }

    /** Adds a row of markup. */
    void row(String tag, List<String> cells) {
        StringBuilder row = new StringBuilder("<tr>");
        cells.forEach(
                cell ->
                        row.append('<')
                                .append(tag)
                                .append('>')
                                .append(cell)
                                .append("</" + tag + ">"));
        line(row.append("</tr>").toString());
    }

    void code(String sql) {
        line("<pre><code>" + Markup.escaped(sql) + "</code></pre>");
    }

    static String link(String target, String words) {
        return "<a href=\"" + Markup.escaped(target) + "\">" + Markup.escaped(words) + "</a>";
    }

    /** Ends the page and returns it. */
    String end() {
        line("</body>");
        line("</html>");
        return text.toString();
    }
}
