package io.lava4j.core.spi;

import java.util.Map;

/** Renders the templates in specs. At most one in a distribution. Found by {@link java.util.ServiceLoader}. */
public interface TemplateEngine {

    /**
     * Renders one string. No template can reach a class, a file or a process; time and output are bounded.
     *
     * @param template the text, which holds at least one of <code>&#123;&#123;</code>, <code>&#123;%</code> and
     *     <code>&#123;#</code>
     * @param variables what it may use: maps with string keys, lists, strings, numbers, booleans, dates of java.time
     * @return the text it renders to
     * @throws IllegalArgumentException with the unknown name or the fault of its syntax
     */
    String render(String template, Map<String, ?> variables);
}
