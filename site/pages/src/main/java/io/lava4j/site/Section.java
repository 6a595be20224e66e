package io.lava4j.site;

/** A place that the search leads to: its address in the site, its heading, its page's title, and its text. */
record Section(String url, String title, String page, String text) {}
