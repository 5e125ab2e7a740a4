package id.espm.app.cli.option;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.espm.EspmSettings.ProxyLogin;
import java.net.PasswordAuthentication;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Asks the person at the terminal for a proxy's user and password, once for each proxy; keeps them in memory alone. */
final class AskedProxyLogin implements ProxyLogin {
    private final CommandContext context;
    private final Map<String, Optional<PasswordAuthentication>> answers = new HashMap<>();

    AskedProxyLogin(CommandContext context) {
        this.context = context;
    }

    @Override
    public synchronized Optional<PasswordAuthentication> credentials(String host, int port, String realm) {
        return answers.computeIfAbsent(host + ":" + port, this::ask);
    }

    private Optional<PasswordAuthentication> ask(String proxy) {
        return context.terminal()
                .prompt()
                .line(context.messages().get("ask.proxy-user", proxy))
                .map(String::strip)
                .filter(user -> !user.isEmpty())
                .flatMap(user -> context.terminal()
                        .prompt()
                        .unseen(context.messages().get("ask.proxy-password", user))
                        .map(password -> new PasswordAuthentication(user, password)));
    }
}
