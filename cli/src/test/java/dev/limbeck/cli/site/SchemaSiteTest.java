package dev.limbeck.cli.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limbeck.Limbeck;
import dev.limbeck.cli.picture.GraphPicture;
import dev.limbeck.cli.picture.GraphPicture.Progress;
import dev.limbeck.config.ConfigReader;
import dev.limbeck.config.ConfigRequest;
import dev.limbeck.revision.RevisionGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaSiteTest {
    private static final Path SAMPLE = Path.of("..", "migrations").toAbsolutePath().normalize();
    private static final Pattern LINK = Pattern.compile("href=\"([^\"]*)\"");

    @TempDir Path folder;

    private static Map<String, String> pages(Path project) {
        try (Limbeck limbeck =
                Limbeck.configure().project(ConfigReader.read(ConfigRequest.in(project))).build()) {
            RevisionGraph graph = limbeck.migrations().graph();
            return SchemaSite.pages(
                    limbeck.story(Optional.of("h2")),
                    GraphPicture.of(graph, graph.revisions(), Progress.UNKNOWN));
        }
    }

    private static List<String> brokenLinks(Map<String, String> pages) {
        List<String> broken = new ArrayList<>();
        pages.forEach(
                (name, text) -> {
                    Matcher link = LINK.matcher(text);
                    while (link.find()) {
                        int hash = link.group(1).indexOf('#');
                        String file = hash < 0 ? link.group(1) : link.group(1).substring(0, hash);
                        String target = pages.getOrDefault(file, "");
                        boolean there =
                                hash < 0
                                        ? !target.isEmpty()
                                        : target.contains(
                                                "id=\"" + link.group(1).substring(hash + 1) + "\"");
                        if (!there) {
                            broken.add(name + " -> " + link.group(1));
                        }
                    }
                });
        return broken;
    }

    @Test
    void noLinkOfTheSampleIsBrokenAndNothingComesFromElsewhere() {
        Map<String, String> pages = pages(SAMPLE);

        assertThat(pages).hasSizeGreaterThan(60);
        assertThat(brokenLinks(pages)).isEmpty();
        assertThat(pages.values())
                .allSatisfy(
                        text ->
                                assertThat(text.replace("http://www.w3.org/2000/svg", ""))
                                        .doesNotContain("http:", "https:", "src="));
        assertThat(pages(SAMPLE)).isEqualTo(pages);
    }

    @Test
    void namesOfAnyCharactersAreShownAndLinked() throws IOException {
        Files.createDirectories(folder.resolve("migrations"));
        Files.writeString(folder.resolve("limbeck.toml"), "migrations = [\"migrations\"]\n");
        Files.writeString(
                folder.resolve("migrations/a1b2_x.up.sql"),
                """
                -- say <b>"R&D"</b>
                --
                -- revision: a1b2
                -- revises:

                CREATE TABLE "<i>&" ("a""b" int PRIMARY KEY, c varchar(9) DEFAULT '<script>');
                CREATE TABLE "<I>&" (d int REFERENCES "<i>&" ("a""b"), e int);
                COMMENT ON COLUMN "<I>&".e IS '</td>';
                """);
        Map<String, String> pages = pages(folder);

        assertThat(pages).containsKeys("relation--i-.html", "relation--i--2.html");
        assertThat(brokenLinks(pages)).isEmpty();
        assertThat(String.join("", pages.values()))
                .contains("&lt;i&gt;&amp;", "a&quot;b", "&lt;script&gt;", "&lt;/td&gt;")
                .contains("say &lt;b&gt;&quot;R&amp;D&quot;&lt;/b&gt;")
                .doesNotContain("<i>&", "<b>");
    }
}
