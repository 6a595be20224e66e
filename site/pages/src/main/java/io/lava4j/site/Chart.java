package io.lava4j.site;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/** Bars below each other, made of text and style alone: readable on a phone, in the colours of the page, drawn without any fonts. */
record Chart(String title, List<Bar> bars) {
    Element figure() {
        Element figure = new Element("figure").addClass("chart");
        Element caption = figure.appendElement("figcaption");
        caption.appendElement("strong").text(title);
        legend(caption);
        Map<String, List<Bar>> groups =
                bars.stream().collect(Collectors.groupingBy(Bar::name, LinkedHashMap::new, Collectors.toList()));
        groups.forEach((name, group) -> add(name, group, figure));
        return figure;
    }

    private void legend(Element caption) {
        List<String> series = series();
        if (series.size() > 1) {
            series.forEach(name -> legend(name, style(name), caption));
        }
        bars.get(0).bound().ifPresent(bound -> legend("bound: " + number(bound), "bound", caption));
    }

    private static void legend(String text, String style, Element caption) {
        caption.appendText(" ").appendElement("span").addClass(style).text(text);
    }

    private void add(String name, List<Bar> group, Element figure) {
        Element row = figure.appendElement("div").addClass("bars");
        row.appendElement("div").text(name);
        Element tracks = row.appendElement("div");
        group.forEach(bar -> track(bar, tracks));
    }

    private void track(Bar bar, Element tracks) {
        Element track = tracks.appendElement("div").addClass("track").addClass(style(bar.series()));
        track.attr("style", "--share: %s".formatted(share(bar.value())));
        bar.bound().ifPresent(bound -> track.addClass("bounded")
                .attr("style", track.attr("style") + "; --bound: %s".formatted(share(bound))));
        track.appendElement("i");
        track.appendElement("b").text(number(bar.value()));
    }

    private List<String> series() {
        return bars.stream().map(Bar::series).distinct().toList();
    }

    private String style(String series) {
        return "series-" + series().indexOf(series);
    }

    private String share(double value) {
        double largest = bars.stream()
                .mapToDouble(bar -> Math.max(bar.value(), bar.bound().orElse(0.0)))
                .max()
                .orElseThrow();
        return format("0.####").format(value / largest);
    }

    static String number(double value) {
        return format("#,##0.###").format(value);
    }

    private static DecimalFormat format(String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    }
}
