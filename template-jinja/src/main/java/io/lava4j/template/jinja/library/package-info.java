/** What templates can call, in tables: filters, tests, methods, utils; and arithmetic. */
package io.lava4j.template.jinja.library;
