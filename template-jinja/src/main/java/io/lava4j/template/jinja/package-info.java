/** The provider of templates. Below it, from the bottom: values, regex, date, text, library, tree, syntax. */
package io.lava4j.template.jinja;
