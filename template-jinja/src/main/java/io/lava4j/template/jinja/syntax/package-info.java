/** From text to tree. */
package io.lava4j.template.jinja.syntax;
