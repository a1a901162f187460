package dev.limbeck.cli;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/**
 * The signals by which a person or a supervisor asks the process to end.
 *
 * <p>A shutdown hook does not do: it never hears of a second signal. The one interface that does
 * ({@code sun.misc.Signal}) has been in every JDK for decades and yet belongs to none, so it is
 * reached by reflection; without it, the hook has to do.
 */
final class Signals {
    private Signals() {}

    /** Calls the listener at each such signal, on a thread of its own; false where it can't. */
    static boolean listen(Runnable listener) {
        try {
            Class<?> type = Class.forName("sun.misc.Signal");
            Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
            Object handler =
                    Proxy.newProxyInstance(
                            handlerType.getClassLoader(),
                            new Class<?>[] {handlerType},
                            (proxy, method, arguments) -> {
                                if (method.getName().equals("handle")) {
                                    listener.run();
                                    return null;
                                }
                                return method.getName().equals("equals")
                                        ? proxy == arguments[0]
                                        : method.getName().equals("hashCode")
                                                ? (Object) System.identityHashCode(proxy)
                                                : "limbeck's signal handler";
                            });
            Constructor<?> named = type.getConstructor(String.class);
            for (String name : new String[] {"INT", "TERM"}) {
                type.getMethod("handle", type, handlerType)
                        .invoke(null, named.newInstance(name), handler);
            }
            return true;
        } catch (ClassNotFoundException
                | NoSuchMethodException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException e) {
            // This Java has no such class, or its user took the signals away from it (-Xrs).
            return false;
        }
    }
}
