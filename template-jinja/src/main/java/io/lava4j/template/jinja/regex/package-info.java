/** Python's regular expressions on java.util.regex, bounded. */
package io.lava4j.template.jinja.regex;
