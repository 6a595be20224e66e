package io.lava4j.sandbox;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * For JUnit: a parameter of type {@link Sandbox} is the one sandbox of the whole test run, opened for the first test
 * that wants it and closed after the last. Tests must not close it.
 */
public final class SandboxExtension implements ParameterResolver {
    /** JUnit makes it. */
    public SandboxExtension() {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Sandbox.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, Namespace.create(SandboxExtension.class))
                .computeIfAbsent(Sandbox.class, type -> Sandbox.open(), Sandbox.class);
    }
}
