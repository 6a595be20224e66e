/** Formatting of numbers, texts and dates as Python has it. */
package io.lava4j.template.jinja.text;
