package dev.limbeck.cli.site;

import dev.limbeck.cli.picture.GraphPicture;
import dev.limbeck.cli.picture.Markup;
import dev.limbeck.cli.picture.SvgGraph;
import dev.limbeck.proof.SchemaStory;
import dev.limbeck.proof.Stage;
import dev.limbeck.proof.Subject;
import dev.limbeck.revision.RevisionId;
import dev.limbeck.schema.Column;
import dev.limbeck.schema.ForeignKey;
import dev.limbeck.schema.MaterializedView;
import dev.limbeck.schema.ObjectId;
import dev.limbeck.schema.PartKind;
import dev.limbeck.schema.QualifiedName;
import dev.limbeck.schema.Query;
import dev.limbeck.schema.Relation;
import dev.limbeck.schema.Schema;
import dev.limbeck.schema.SchemaObject;
import dev.limbeck.schema.Table;
import dev.limbeck.schema.TablePart;
import dev.limbeck.schema.Taint;
import dev.limbeck.schema.View;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The pages that document a schema: the same for the same revisions, whenever and wherever. */
public final class SchemaSite {
    /** The name of the page where a visitor begins. */
    public static final String START = "index.html";

    private static final String STYLE =
            """
            body { font: 15px/1.5 sans-serif; margin: 2em auto; max-width: 75em; padding: 0 1em; color: #172b4d }
            nav a { margin-right: 1em }
            a { color: #2f5d8c }
            table { border-collapse: collapse }
            th, td { border: 1px solid #d5dbe5; padding: .25em .6em; text-align: left; vertical-align: top }
            th { background: #f4f7fb }
            pre { background: #f4f7fb; padding: 1em; overflow-x: auto }
            .doubt { border-left: 4px solid #b5541c; padding-left: 1em }
            svg { max-width: none }
            .wide { overflow-x: auto }
            """;

    private static final String SEARCH =
            """
            <script>
            document.getElementById("search").addEventListener("input", function (event) {
              var wanted = event.target.value.toLowerCase();
              document.querySelectorAll("[data-words]").forEach(function (row) {
                row.hidden = row.getAttribute("data-words").indexOf(wanted) < 0;
              });
            });
            </script>""";

    private final SchemaStory story;
    private final Schema schema;
    private final GraphPicture revisions;
    private final FileNames files = new FileNames();
    private final FileNames anchors = new FileNames();
    private final Map<String, String> pages = new TreeMap<>();

    private SchemaSite(SchemaStory story, GraphPicture revisions) {
        this.story = story;
        this.schema = story.schema();
        this.revisions = revisions;
    }

    /** Returns the pages by the names of their files. */
    public static Map<String, String> pages(SchemaStory story, GraphPicture revisions) {
        return new SchemaSite(story, revisions).write();
    }

    /** Returns whether a file was written as a page of such a site. */
    public static boolean isPage(String text) {
        return text.contains(Html.GENERATOR);
    }

    private Map<String, String> write() {
        List<Relation> relations = relations();
        relations.forEach(relation -> page(relation.name()));
        pages.put("style.css", STYLE);
        pages.put(START, start(relations));
        pages.put("diagram.html", diagram());
        pages.put("revisions.html", revisions());
        for (Relation relation : relations) {
            pages.put(
                    page(relation.name()),
                    relation instanceof Table table ? table(table) : view(relation));
        }
        return pages;
    }

    private List<Relation> relations() {
        List<Relation> relations = new ArrayList<>();
        for (SchemaObject object : schema.objects()) {
            if (object instanceof Relation relation) {
                relations.add(relation);
            }
        }
        relations.sort(Comparator.comparing(Relation::name));
        return relations;
    }

    private String page(QualifiedName name) {
        return "relation-" + files.of(name.toString()) + ".html";
    }

    private String start(List<Relation> relations) {
        Html html = new Html("Schema");
        html.paragraph(
                relations.size()
                        + " tables and views, "
                        + revisions.nodes().size()
                        + " revisions, as "
                        + story.dialect().variants().get(0)
                        + " reads them.");
        schema.taints().stream()
                .filter(taint -> taint.object().isEmpty())
                .forEach(taint -> doubt(html, taint));
        html.line(
                "<p><label>Search <input id=\"search\" type=\"search\" autocomplete=\"off\"></label></p>");
        html.line("<table>");
        html.row("th", List.of("Name", "Kind", "Comment", "Made by"));
        for (Relation relation : relations) {
            entry(html, relation);
        }
        html.line("</table>");
        others(html);
        html.line(SEARCH);
        return html.end();
    }

    private void entry(Html html, Relation relation) {
        String words =
                relation.name()
                        + " "
                        + String.join(" ", relation.columnNames())
                        + " "
                        + relation.details().comment().orElse("");
        html.line(
                "<tr data-words=\""
                        + Markup.escaped(words.toLowerCase(Locale.ROOT))
                        + "\"><td>"
                        + Html.link(page(relation.name()), relation.name().toString())
                        + "</td><td>"
                        + kind(relation)
                        + "</td><td>"
                        + Markup.escaped(relation.details().comment().orElse(""))
                        + "</td><td>"
                        + revision(story.made(subject(relation.name())))
                        + "</td></tr>");
    }

    private static String kind(Relation relation) {
        if (relation instanceof Table) {
            return "table";
        }
        return relation instanceof View ? "view" : "materialized view";
    }

    private void others(Html html) {
        List<String> items = new ArrayList<>();
        for (SchemaObject object : schema.objects()) {
            if (!(object instanceof Relation)) {
                items.add(
                        Markup.escaped(object.id().toString())
                                + made(story.made(subject(object.id().name()))));
            }
        }
        items.sort(Comparator.naturalOrder());
        html.list("Other objects", items);
    }

    private String made(Optional<Stage> stage) {
        return stage.isEmpty() ? "" : ", made by " + revision(stage);
    }

    private static Subject subject(QualifiedName name) {
        return new Subject(name, Optional.empty());
    }

    private String revision(Optional<Stage> stage) {
        return stage.map(
                        found ->
                                Html.link(
                                                "revisions.html#" + anchor(found.id()),
                                                found.id().value())
                                        + " "
                                        + Markup.escaped(found.migration().revision().message()))
                .orElse("");
    }

    private String anchor(RevisionId id) {
        return "r-" + anchors.of(id.value());
    }

    private static void doubt(Html html, Taint taint) {
        html.line("<p class=\"doubt\">Not certain: " + Markup.escaped(taint.reason()) + "</p>");
    }

    private String diagram() {
        Html html = new Html("Diagram");
        html.paragraph(
                "Tables with the columns of their keys; a table stands right of what it refers to.");
        html.line("<div class=\"wide\">");
        ErDiagram.lines(schema.tables(), this::page).forEach(html::line);
        html.line("</div>");
        return html.end();
    }

    private String revisions() {
        Html html = new Html("Revisions");
        html.line("<div class=\"wide\">");
        SvgGraph.lines(revisions).forEach(html::line);
        html.line("</div>");
        html.line("<table>");
        html.row("th", List.of("Revision", "Message"));
        for (GraphPicture.Node node : revisions.nodes()) {
            html.line(
                    "<tr id=\""
                            + anchor(node.id())
                            + "\"><td>"
                            + Markup.escaped(node.id() + node.remarks())
                            + "</td><td>"
                            + Markup.escaped(node.message())
                            + "</td></tr>");
        }
        html.line("</table>");
        return html.end();
    }

    private String table(Table table) {
        Html html = begin(table);
        html.line("<table>");
        html.row(
                "th",
                List.of("Column", "Type", "Null", "Default", "Comment", "Made by", "Changed by"));
        for (Column column : table.columns()) {
            html.row("td", cells(table, column));
        }
        html.line("</table>");
        List<String> constraints = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (TablePart part : table.parts()) {
            String words = part(part);
            (part.kind() == PartKind.CONSTRAINT ? constraints : others).add(words);
        }
        html.list("Constraints", constraints);
        html.list("Indexes, triggers and policies", others);
        html.list("Referred to by", referring(table));
        return html.end();
    }

    private String part(TablePart part) {
        String words =
                Markup.escaped(Parts.words(part))
                        + part.comment().map(comment -> ": " + Markup.escaped(comment)).orElse("");
        boolean known = part instanceof ForeignKey key && schema.table(key.table()).isPresent();
        return known
                ? words
                        + " → "
                        + Html.link(
                                page(((ForeignKey) part).table()),
                                ((ForeignKey) part).table().toString())
                : words;
    }

    private List<String> referring(Table table) {
        List<String> items = new ArrayList<>();
        for (Table other : schema.tables()) {
            for (ForeignKey key : other.parts(ForeignKey.class)) {
                if (key.table().equals(table.name())) {
                    items.add(
                            Html.link(page(other.name()), other.name().toString())
                                    + Markup.escaped(
                                            " (" + String.join(", ", key.keyColumns()) + ")"));
                }
            }
        }
        items.sort(Comparator.naturalOrder());
        return items;
    }

    private List<String> cells(Table table, Column column) {
        Subject subject = new Subject(table.name(), Optional.of(column.name()));
        String value =
                column.defaultValue()
                        .map(found -> found.source())
                        .or(
                                () ->
                                        column.generated()
                                                .map(found -> "= " + found.expression().source()))
                        .or(() -> column.identity().map(found -> "identity"))
                        .orElse("");
        return List.of(
                Markup.escaped(column.name()),
                Markup.escaped(column.type().toString()),
                column.notNull().isPresent() ? "no" : "yes",
                Markup.escaped(value),
                Markup.escaped(column.comment().orElse("")),
                revision(story.made(subject)),
                revision(story.changed(subject)));
    }

    private String view(Relation relation) {
        Html html = begin(relation);
        Query query =
                relation instanceof View view
                        ? view.query()
                        : ((MaterializedView) relation).query();
        List<String> columns =
                query.columns().isEmpty()
                        ? query.aliases()
                        : query.columns().stream().map(column -> column.name()).toList();
        html.list("Columns", columns.stream().map(Markup::escaped).toList());
        html.heading("Query");
        html.code(query.text().source());
        return html.end();
    }

    private Html begin(Relation relation) {
        Html html = new Html(relation.name().toString());
        ObjectId id = relation.id();
        relation.details().comment().ifPresent(html::paragraph);
        schema.taintsOf(id).forEach(taint -> doubt(html, taint));
        Subject subject = subject(relation.name());
        html.line(
                "<p>A "
                        + kind(relation)
                        + ", made by "
                        + revision(story.made(subject))
                        + story.changed(subject)
                                .map(stage -> ", last changed by " + revision(Optional.of(stage)))
                                .orElse("")
                        + ".</p>");
        return html;
    }
}
