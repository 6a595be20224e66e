package io.lava4j.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatherTest {
    @TempDir
    Path root;

    @Test
    void linksInCodeAreNone() {
        assertEquals(
                List.of("a.md", "b.md#c"),
                MarkdownLinks.in(
                        """
                [a](a.md), `[x](x.md)` and [`b`](b.md#c)

                    [y](y.md)

                ```
                [z](z.md)
                ```
                """));
    }

    @Test
    void aFileThatIsNotMarkdownGetsAPageThatShowsIt() throws IOException {
        Files.writeString(root.resolve("load.yaml"), "a: 1\n");
        assertEquals("# `load.yaml`\n\n````yaml\na: 1\n````\n", page("load.yaml"));
    }

    @Test
    void aFolderGetsAPageThatListsItsFilesButNotWhatWasBuilt() throws IOException {
        write("jobs/deep/b.yaml");
        write("jobs/a.yaml");
        write("jobs/target/c.yaml");
        assertEquals("# `jobs`\n\n- [a.yaml](a.yaml)\n- [deep/b.yaml](deep/b.yaml)\n", page("jobs"));
    }

    @Test
    void aFoldersReadmeIsItsPage() throws IOException {
        write("docs/why/README.md");
        write("docs/a.md");
        Repository repository = new Repository(root);
        assertEquals(
                Path.of("docs/why/README.md"),
                repository.linked(Path.of("docs/a.md"), "why/").orElseThrow());
        assertEquals(Path.of("docs/why/index.html"), PageName.html(Path.of("docs/why/README.md"), false));
    }

    @Test
    void aLinkOutOfTheRepositoryNamesNothing() {
        assertTrue(new Repository(root)
                .linked(Path.of("a.md"), "../" + root.getFileName())
                .isEmpty());
        assertTrue(new Repository(root)
                .linked(Path.of("a.md"), "https://example.com/")
                .isEmpty());
    }

    @Test
    void theReferenceIsInTheMenuByItsTitles() throws IOException {
        write("site/pages/src/site/site.xml", "<body><menu name=\"Reference\"/></body>");
        write("docs/reference/cli.md", "<!-- made -->\n# `lava`, and & its commands\n");
        write("docs/reference/jobs/exe.md", "# exe\n");
        new Navigation(new Repository(root)).write(root.resolve("menu.xml"));
        assertEquals(
                """
                <body><menu name="Reference"><item name="lava, and &amp; its commands" href="docs/reference/cli.html"/>
                <item name="exe" href="docs/reference/jobs/exe.html"/></menu></body>""",
                Files.readString(root.resolve("menu.xml")));
    }

    @Test
    void aMenuWithoutAPlaceForTheReferenceIsRefused() throws IOException {
        write("site/pages/src/site/site.xml", "<body/>");
        Navigation navigation = new Navigation(new Repository(root));
        assertEquals(
                "site.xml: expected '<menu name=\"Reference\"/>', the place of the reference",
                assertThrows(IllegalStateException.class, () -> navigation.write(root.resolve("menu.xml")))
                        .getMessage());
    }

    @Test
    void headingsHaveTheIdsOfGitHub() {
        Document page = Jsoup.parse(
                "<main><h2>What a <code>db_from_s3</code> job's args are</h2><h2>Modes</h2><h2>Modes</h2></main>");
        new Headings(page).mend();
        assertEquals(
                List.of("what-a-db_from_s3-jobs-args-are", "modes", "modes-1"),
                page.select("h2").eachAttr("id"));
    }

    @Test
    void commentsInCodeAreMarkedAndNothingElseIs() {
        Document page = Jsoup.parse("<main><pre><code class=language-sh>a # b\nc#d \"$#\" $!\n# e</code></pre></main>");
        new Blocks(page).mend();
        assertEquals(List.of("# b", "# e"), page.select(".comment").eachText());
        assertEquals("a # b\nc#d \"$#\" $!\n# e", page.selectFirst("pre").wholeText());
    }

    private String page(String file) throws IOException {
        return new SourcePage(new Repository(root), Path.of(file)).markdown();
    }

    private void write(String file) throws IOException {
        write(file, "x");
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(root.resolve(file).getParent());
        Files.writeString(root.resolve(file), text);
    }
}
