/** The closed values a template can hold, what can be done with all of them, and the budget of a rendering. */
package io.lava4j.template.jinja.value;
