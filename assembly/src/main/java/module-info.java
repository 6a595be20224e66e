/**
 * Nothing to require. A jar with a module descriptor is packed by the JDK's own tool, which writes no file modes: so this one
 * has the same bytes whatever the umask.
 */
module io.lava4j.assembly {}
