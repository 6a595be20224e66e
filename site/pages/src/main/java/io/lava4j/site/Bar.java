package io.lava4j.site;

import java.util.List;
import java.util.Optional;

/** A line of bench/charts.csv: a number, the chart it belongs to, and the section that records it. */
record Bar(String section, String title, String series, String name, double value, Optional<Double> bound) {
    static List<Bar> read(String lines) {
        return lines.lines()
                .filter(line -> !line.startsWith("#"))
                .map(Bar::parse)
                .toList();
    }

    private static Bar parse(String line) {
        String[] part = line.split(";", -1);
        if (part.length != 6) {
            throw new IllegalArgumentException(
                    "bench/charts.csv: '%s': expected section;title;series;bar;number;bound".formatted(line));
        }
        Optional<Double> bound = part[5].isEmpty() ? Optional.empty() : Optional.of(Double.valueOf(part[5]));
        return new Bar(part[0], part[1], part[2], part[3], Double.parseDouble(part[4]), bound);
    }
}
