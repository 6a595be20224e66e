package io.lava4j.template.jinja.value;

/** Python's None. */
public enum None implements Value {
    NONE;

    @Override
    public String type() {
        return "NoneType";
    }

    @Override
    public boolean truth() {
        return false;
    }

    @Override
    public void represent(Output out) {
        out.append("None");
    }
}
