package io.lava4j.template.jinja;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No way leads from a template to a class, a file or a process: what is published about Jinja and Jinjava, and more. */
final class SandboxTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ ''.__class__.__mro__[1].__subclasses__() }}",
                "{{ ''.__class__ }}",
                "{{ [].__class__.__base__ }}",
                "{{ ''['__class__'] }}",
                "{{ ''|attr('__class__') }}",
                "{{ ['']|map('attr', '__class__')|list }}",
                "{{ ['']|map(attribute='__class__')|list|string }}",
                "{{ ['']|sum(attribute='__class__') }}",
                "{{ '{0.__class__}'.format('') }}",
                "{{ '{a.__init__.__globals__}'.format_map({'a': ''}) }}",
                "{{ ____int3rpr3t3r____ }}",
                "{{ ____int3rpr3t3r____.getContext() }}",
                "{{ ''.getClass() }}",
                "{{ ''.class.forName('java.lang.Runtime') }}",
                "{{ ''['class'] }}",
                "{{ '{0.class}'.format('') }}",
                "{{ (1).hashCode() }}",
                "{{ 'a'.repeat(3) }}",
                "{{ 'a'.toString() }}",
                "{{ [1].stream() }}",
                "{{ {}.entrySet() }}",
                "{{ {}.getClass() }}",
                "{{ start.getZone() }}",
                "{{ start.zone }}",
                "{{ start.tzinfo.id }}",
                "{{ self.__init__.__globals__ }}",
                "{{ self._TemplateReference__context }}",
                "{{ config.items() }}",
                "{{ request }}",
                "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
                "{{ joiner.__init__ }}",
                "{{ lipsum.__globals__ }}",
                "{{ namespace.__init__ }}",
                "{{ range.__self__ }}",
                "{{ dict.mro() }}",
                "{{ loop }}",
                "{{ utils.re.__loader__ }}",
                "{{ utils.re.sys }}",
                "{{ utils.path.os }}",
                "{{ utils.path.genericpath }}",
                "{{ utils.path.exists('/') }}",
                "{{ utils.path.expanduser('~') }}",
                "{{ utils.path.abspath('x') }}",
                "{{ utils.uuid.__globals__ }}",
                "{{ utils.datetime.__subclasses__() }}",
                "{{ utils.dateutil.os }}",
                "{{ 'a'.format.__self__ }}",
                "{% import 'os' as os %}",
                "{% from 'os' import popen %}",
                "{% include '/etc/passwd' %}",
                "{% extends 'x' %}",
                "{% do 1 %}",
                "{% call x() %}{% endcall %}"
            })
    void thereIsNothingButValues(String template) {
        assertThrows(
                IllegalArgumentException.class,
                () -> new JinjaTemplates().render(template, Map.of("start", ZonedDateTime.now())),
                template);
    }

    @Test
    void whatIsPrintedShowsNoNameOfAClass() {
        String rendered = new JinjaTemplates()
                .render(
                        "{{ utils }}{{ utils.re }}{{ range }}{{ 'a'.upper }}{{ namespace(a=1) }}{{ start.tzinfo }}",
                        Map.of("start", ZonedDateTime.now()));
        assertFalse(rendered.contains("java") || rendered.contains("lava4j") || rendered.contains("@"), rendered);
    }

    @Test
    void whatATemplateChangesIsItsOwnCopy() {
        Map<String, List<Integer>> variables = Map.of("l", List.of(1));
        new JinjaTemplates().render("{% set _ = l.append(2) %}", variables);
        assertFalse(variables.get("l").contains(2));
    }

    @Test
    void aVariableThatIsNoValueIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new JinjaTemplates()
                .render("{{ x }}", Map.of("x", new Object())));
    }
}
