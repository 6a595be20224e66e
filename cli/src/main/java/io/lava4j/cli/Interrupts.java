package io.lava4j.cli;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;

/**
 * What SIGINT does to lava. Ctrl-C reaches every process of a terminal's foreground, and is meant for the program that lava
 * waits for.
 */
final class Interrupts {

    private Interrupts() {}

    /**
     * From now on SIGINT does nothing to lava. It has a handler all the same: were it ignored, the program would inherit that.
     * For good: Java hears of a signal late, perhaps after the program has died of it.
     *
     * <p>Java's only way to signals is a class that the compiler warns of, whoever names it: hence by reflection.
     */
    static void leaveToTheProgram() {
        InvocationHandler nothing = (proxy, method, arguments) -> null;
        try {
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Class<?> signal = Class.forName("sun.misc.Signal");
            signal.getMethod("handle", signal, handler)
                    .invoke(
                            null,
                            signal.getConstructor(String.class).newInstance("INT"),
                            Proxy.newProxyInstance(
                                    Interrupts.class.getClassLoader(), new Class<?>[] {handler}, nothing));
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("every Java runtime has the module jdk.unsupported", impossible);
        }
    }
}
