package io.lava4j.template.jinja.library;

import io.lava4j.template.jinja.value.Fault;
import io.lava4j.template.jinja.value.Function;
import io.lava4j.template.jinja.value.Namespace;
import io.lava4j.template.jinja.value.Str;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The variable {@code utils}. */
final class Utils {

    static final Namespace MODULE = new Namespace(
            "utils",
            Map.ofEntries(
                    Map.entry("s3bucket", Function.of("s3bucket", "uri", args -> new Str(part(args.text("uri"), 1)))),
                    Map.entry("s3key", Function.of("s3key", "uri", args -> new Str(part(args.text("uri"), 2)))),
                    Map.entry(
                            "uuid",
                            Function.of(
                                    "uuid",
                                    "",
                                    args -> new Str(UUID.randomUUID().toString()))),
                    Map.entry("timedelta", Dates.TIMEDELTA),
                    Map.entry("date", Dates.DATE),
                    Map.entry("time", Dates.TIME),
                    Map.entry("datetime", Dates.DATETIME),
                    Map.entry("parsedate", Dates.PARSER),
                    Map.entry(
                            "dateutil",
                            new Namespace(
                                    "module 'dateutil'",
                                    Map.of("parser", Dates.PARSER, "relativedelta", RelativeDeltas.MODULE))),
                    Map.entry("path", Paths.MODULE),
                    Map.entry("re", Regex.MODULE)));

    private static final Pattern URI = Pattern.compile("s3://([^/]+)(?:/(.*))?", Pattern.DOTALL);

    private Utils() {}

    private static String part(String uri, int group) {
        Matcher form = URI.matcher(uri);
        if (!form.matches()) {
            throw new Fault("'" + uri + "' is no S3 URI: expected s3://bucket/key");
        }
        return form.group(group) == null ? "" : form.group(group);
    }
}
