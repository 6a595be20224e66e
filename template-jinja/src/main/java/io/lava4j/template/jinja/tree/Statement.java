package io.lava4j.template.jinja.tree;

/** A part of a template that writes or sets something. */
public interface Statement {

    void run(Frame frame);
}
