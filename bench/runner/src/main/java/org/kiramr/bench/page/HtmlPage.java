package org.kiramr.bench.page;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/** Makes one HTML file of a page, its plots inside: nothing is fetched when it is opened. */
final class HtmlPage {
  private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
  private static final String STYLE =
      """
      body { font: 16px/1.5 system-ui, sans-serif; color: #1a1a1a; background: #fff;
        max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
      h1, h2 { line-height: 1.2; } h2 { margin-top: 2.5rem; border-bottom: 1px solid #ddd; }
      table { border-collapse: collapse; font-size: 14px; display: block; overflow-x: auto; }
      th, td { border-bottom: 1px solid #e4e4e4; padding: .25rem .6rem; vertical-align: top; }
      th { border-bottom: 2px solid #999; }
      svg { max-width: 100%; height: auto; }
      code { font-size: 14px; overflow-wrap: anywhere; }
      """;

  private HtmlPage() {}

  static String of(Page page) {
    Node document = Parser.builder().extensions(EXTENSIONS).build().parse(page.markdown());
    HtmlRenderer renderer =
        HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .nodeRendererFactory(context -> new PlotRenderer(context, page.plots()))
            .build();
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width\">\n<title>"
        + escape(page.title())
        + "</title>\n<style>\n"
        + STYLE
        + "</style>\n</head>\n<body>\n"
        + renderer.render(document)
        + "</body>\n</html>\n";
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }

  /** Puts a plot where Markdown refers to its file; any other picture is its description. */
  private static final class PlotRenderer implements NodeRenderer {
    private final HtmlNodeRendererContext context;
    private final Map<String, String> plots;

    PlotRenderer(HtmlNodeRendererContext context, Map<String, String> plots) {
      this.context = context;
      this.plots = plots;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(Image.class);
    }

    @Override
    public void render(Node node) {
      String svg = plots.get(((Image) node).getDestination());
      if (svg != null) {
        context.getWriter().raw(svg);
        return;
      }
      for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
        context.render(child);
      }
    }
  }
}
