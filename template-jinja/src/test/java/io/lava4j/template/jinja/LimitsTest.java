package io.lava4j.template.jinja;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a template tries, it ends soon with a message: each limit, and ways around it. */
final class LimitsTest {

    private static final Duration SOON = Duration.ofMinutes(5);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ 'x' * 10**9 }}",
                "{{ 'x' * 10**20 }}",
                "{{ '%1000000000s' % 1 }}",
                "{{ '%900000000s' % 1 }}",
                "{{ '%*d' % (10**9, 1) }}",
                "{{ '{:900000000}'.format(1) }}",
                "{{ 'x'.ljust(10**9) }}",
                "{{ 'x'.center(10**9) }}",
                "{{ '7'.zfill(10**9) }}",
                "{{ '\\t'.expandtabs(10**9) }}",
                "{{ 'x'|indent(10**9, true) }}",
                "{{ 'x'|center(10**9) }}",
                "{{ ('a'*900000).replace('a', 'b'*900000) }}",
                "{{ utils.re.sub('', 'x'*1000, 'a'*10000) }}",
                "{{ ('a'*1000).join(['b']*100000) }}",
                "{{ 'a'*1000000 }}{{ 'a' }}",
                "{% set ns = namespace(s='x') %}{% for i in range(60) %}{% set ns.s = ns.s ~ ns.s %}{% endfor %}",
                "{{ [1]|tojson(indent=10**9) }}"
            })
    void noTextBecomesTooLong(String template) {
        assertRefused(template, "characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ range(10**9) }}",
                "{{ range(10**30) }}",
                "{{ [0]*10**9 }}",
                "{{ ('a'*900000).split('a') }}",
                "{{ ('a'*900000)|list }}",
                "{{ [1]|batch(10**9, 'x') }}",
                "{{ [1]|slice(10**9) }}",
                "{% set l=[1]*50000 %}{% for i in range(50) %}{% set _=l.extend(l) %}{% endfor %}"
            })
    void noListBecomesTooLong(String template) {
        assertRefused(template, "items");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ 10**10**10**10**10 }}",
                "{{ 10**(10**10) }}",
                "{{ 2**99999999 }}",
                "{{ 10**900 * 10**900 }}",
                "{{ (-3)**99999 }}"
            })
    void noNumberBecomesTooLong(String template) {
        assertRefused(template, "thousand digits");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% for a in range(1000) %}{% for b in range(1000) %}{% for c in range(1000) %}{% endfor %}{% endfor %}{% endfor %}",
                "{% for a in range(90000) %}{% for b in range(90000) %}x{% endfor %}{% endfor %}",
                "{% set ns=namespace(t=(1,)) %}{% for i in range(60) %}{% set ns.t=(ns.t, ns.t) %}{% endfor %}{{ ns.t|string }}",
                "{% set ns=namespace(t=(),u=()) %}{% for i in range(60) %}{% set ns.t=(ns.t, ns.t) %}{% set ns.u=(ns.u, ns.u) %}{% endfor %}{{ ns.t == ns.u }}",
                "{% set ns=namespace(t=()) %}{% for i in range(60) %}{% set ns.t=(ns.t, ns.t) %}{% endfor %}{{ ns.t|tojson }}",
                "{% macro m(n) %}{{ m(n-1) ~ m(n-1) if n }}{% endmacro %}{{ m(25) }}"
            })
    void stepsAreCounted(String template) {
        assertRefused(template, "");
    }

    @Test
    void memoryOfAllStepsTogetherIsBounded() {
        assertRefused(
                "{% set l=[] %}{% for i in range(1000) %}{% set _ = l.append('x'*900000 ~ i) %}{% endfor %}",
                "in all its steps");
    }

    @Test
    void timeIsBounded() {
        AtomicLong nanos = new AtomicLong();
        Rendering rendering = new Rendering(() -> nanos.addAndGet(1_000_000));
        assertTrue(assertThrows(
                        IllegalArgumentException.class,
                        () -> rendering.render("{% for i in range(99999) %}{% endfor %}", Map.of()))
                .getMessage()
                .contains("30 seconds"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(|)", "[|]", "not |", "-|", "{'a':|}", "[1][|]", "x(|)", "1 if 1 else |", "'a'.join(|)"})
    void deepExpressionsAreRefused(String around) {
        String[] parts = around.split("\\|", -1);
        assertRefused("{{ " + parts[0].repeat(5000) + "1" + parts[1].repeat(5000) + " }}", "nested deeper");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1", "|upper", " or 0", " and 1", "**1", "[0]", " is odd", "()", " if 1"})
    void longChainsEndWithAMessage(String link) {
        assertRefused("{{ 1" + link.repeat(5000) + " }}", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
                "{% macro a() %}{{ b() }}{% endmacro %}{% macro b() %}{{ a() }}{% endmacro %}{{ a() }}",
                "{% set l=[1] %}{% set _=l.append(l) %}{{ l }}",
                "{% set d={} %}{% set _=d.update(a=d) %}{{ d }}",
                "{% set l=[] %}{% set m=[] %}{% set _=l.append(m) %}{% set _=m.append(l) %}{{ l == m }}",
                "{% set l=[] %}{% set _=l.append(l) %}{{ l|tojson }}"
            })
    void recursionIsRefused(String template) {
        assertRefused(template, "nested deeper");
    }

    @Test
    void deepStatementsAreRefused() {
        assertRefused("{% if 1 %}".repeat(5000) + "{% endif %}".repeat(5000), "nested deeper");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "utils.re.match('(a+)+$', 'a'*40 ~ 'b')",
                "utils.re.match('(a|aa)+$', 'a'*60 ~ 'b')",
                "utils.re.search('(.*)*(.*)*(.*)*x', 'a'*100)",
                "utils.re.search('((((a{9999}){9999}){9999}){9999})', 'a')",
                "utils.re.search('(((){9999}){9999}){9999}', 'a')",
                "utils.re.search('(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)x', '')",
                "utils.re.search('(a?|b?){40}x', '')",
                "utils.re.search('a{99999999999}', 'a')",
                "utils.re.match('(a|b)*c', 'ab'*50000)",
                "utils.re.search('(((((((((((((((((((((((((((((((((((((((((((((((((((a)))))))))))))))))))))))))))))))))))))))))))))))))))', 'a')"
            })
    void regularExpressionsCannotLoseThemselves(String search) {
        assertTimeoutPreemptively(SOON, () -> {
            try {
                String rendered = new JinjaTemplates().render("{{ " + search + " }}", Map.of());
                assertEquals("None", rendered);
            } catch (IllegalArgumentException refused) {
                assertTrue(
                        refused.getMessage().contains("expression")
                                || refused.getMessage().contains("seconds"),
                        refused.getMessage());
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^\\\\s*(\\\\w*)\\\\s*-?\\\\s*(\\\\w*)\\\\s*$",
                "^(\\\\d{4})[-_]?(\\\\d{2})?[-_]?(\\\\d{2})?",
                "[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}",
                "(\\\\.\\\\w*){0,20}$",
                "((a|b)?(c|d)?)*",
                "^(?:(?:[^/]*/)*)([^/.]*)(\\\\.[^/]*)?$",
                "(x?){1000}"
            })
    void regularExpressionsThatPeopleWriteAreTaken(String expression) {
        String template = "{{ utils.re.search('" + expression + "', 'ab/cd.e') is defined }}";
        assertEquals("True", new JinjaTemplates().render(template, Map.of()));
    }

    /** Texts on which a careless search takes quadratic time or worse. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ ('<'*500000)|striptags|length }}",
                "{{ ('<!--'*200000)|striptags|length }}",
                "{{ ('%('*400000) % {} }}",
                "{{ utils.re.sub('a', '\\\\g<'*200000, 'a') }}",
                "{{ ('a'*900000).find('a'*450000 ~ 'b') }}",
                "{{ ('a'*900000).rfind('b' ~ 'a'*450000) }}",
                "{{ ('a,'*90000).rsplit(',')|length }}",
                "{{ ('a '*90000).rsplit()|length }}",
                "{{ '1'*900000|int }}",
                "{{ ('9'*900000)|float }}",
                "{{ ('x '*400000)|title|wordcount }}",
                "{{ utils.parsedate.parse('1'*900000) }}",
                "{{ utils.parsedate.isoparse('1'*900000) }}",
                "{{ utils.datetime.strptime('1'*900000, '%Y') }}",
                "{{ ([3,1,2]*30000)|sort|length }}"
            })
    void longTextsEndSoon(String template) {
        assertTimeoutPreemptively(SOON, () -> {
            try {
                new JinjaTemplates().render(template, Map.of());
            } catch (IllegalArgumentException refused) {
                assertTrue(refused.getMessage().length() < 2_000_000, template);
            }
        });
    }

    @Test
    void aLongTemplateIsReadInLinearTime() {
        String template = "{{ 1 }}".repeat(100_000);
        assertTimeoutPreemptively(
                SOON,
                () -> assertEquals(
                        100_000, new JinjaTemplates().render(template, Map.of()).length()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ utils.timedelta(days=10**30) }}",
                "{{ utils.timedelta(days=1e308) }}",
                "{{ ustart.fromtimestamp(10**18) }}",
                "{{ ustart + utils.dateutil.relativedelta.relativedelta(years=10**9) }}",
                "{{ ustart + utils.dateutil.relativedelta.relativedelta(seconds=10**9)*10**15 }}",
                "{{ '%c' % 1114112 }}",
                "{{ '{:c}'.format(-1) }}",
                "{{ '{:c}'.format(10**30) }}",
                "{{ (1e308*10)|int(none)|length }}",
                "{{ 'a'[10**30] }}"
            })
    void valuesOutOfRangeAreNamed(String template) {
        assertRefused(template, "");
    }

    private static void assertRefused(String template, String reason) {
        assertTimeoutPreemptively(SOON, () -> {
            String message = assertThrows(
                            IllegalArgumentException.class,
                            () -> new JinjaTemplates()
                                    .render(template, Map.of("ustart", LocalDateTime.of(2026, 3, 1, 0, 0))),
                            template)
                    .getMessage();
            assertTrue(message.contains(reason), message);
        });
    }
}
