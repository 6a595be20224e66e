package io.lava4j.template.jinja.value;

import java.util.Map;
import java.util.regex.MatchResult;

/**
 * What a regular expression found.
 *
 * @param result where
 * @param names numbers of its named groups
 * @param subject what was searched
 */
public record Match(MatchResult result, Map<String, Integer> names, String subject) implements Value {

    @Override
    public String type() {
        return "re.Match";
    }

    @Override
    public void represent(Output out) {
        out.append("<re.Match object; span=(" + result.start() + ", " + result.end() + "), match=");
        new Str(result.group()).represent(out);
        out.append(">");
    }
}
