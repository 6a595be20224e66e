/** Templates in specs. Nothing to call: it is reached through the SPI. */
module io.lava4j.template.jinja {
    requires io.lava4j.core;

    provides io.lava4j.core.spi.TemplateEngine with
            io.lava4j.template.jinja.JinjaTemplates;
}
