/** Dates read from text. */
package io.lava4j.template.jinja.date;
