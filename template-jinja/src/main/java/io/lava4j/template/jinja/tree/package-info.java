/** A template that has been read; its parts evaluate themselves. */
package io.lava4j.template.jinja.tree;
