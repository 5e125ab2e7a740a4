package id.espm.app.cli.submit;

import id.espm.app.cli.call.CommandContext;
import id.espm.app.cli.call.CommandException;
import id.espm.app.cli.json.JsonOutput;
import id.espm.app.cli.json.SubmitJson;
import id.espm.app.espm.EspmException;
import id.espm.app.outbox.Outbox;
import id.espm.app.outbox.OutboxRow;
import id.espm.signer.SignerException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.LoggerFactory;

/** Puts the bundles of one call into the outbox, sends them, and says what became of them. */
final class SubmitRun {
    private final CommandContext context;
    private final Outbox outbox;
    private final EspmDesk desk;
    private final Courier courier;
    private final BundleReading reading;

    SubmitRun(CommandContext context, Outbox outbox, EspmDesk desk, Courier courier, BundleReading reading) {
        this.context = context;
        this.outbox = outbox;
        this.desk = desk;
        this.courier = courier;
        this.reading = reading;
    }

    /** Reads bundles and puts them in, each once; what cannot be read stops no other. */
    List<Sending> queue(List<Path> bundles) throws EspmException, InterruptedException {
        return reading.each(bundles, (sending, hashed, content) -> {
            sending.is(outbox.add(hashed, content.details(), desk.account()));
            tellReplaced(sending);
        });
    }

    /** Another bundle waits that was at the same place before. */
    private void tellReplaced(Sending sending) throws EspmException {
        OutboxRow row = sending.row().orElseThrow();
        for (OutboxRow other : outbox.rows()) {
            boolean replaced = other.isOf(desk.account()) && other.bundle().equals(row.bundle());
            if (replaced && other.state().isOpen() && !other.key().equals(row.key())) {
                context.tell(context.messages()
                        .get(
                                "submit.replaced",
                                sending.bundle().toString(),
                                other.key().sha256().hex()));
            }
        }
    }

    /** Everything of this account that is not sent yet; what waits for another one is told. */
    List<Sending> unsent() throws EspmException {
        List<Sending> mine = new ArrayList<>();
        Map<OutboxRow.Account, Integer> others = new LinkedHashMap<>();
        for (OutboxRow row : outbox.rows()) {
            if (row.state().isOpen() && row.isOf(desk.account())) {
                mine.add(Sending.of(row));
            } else if (row.state().isOpen()) {
                others.merge(new OutboxRow.Account(row.key().address(), row.user()), 1, Integer::sum);
            }
        }
        others.forEach((account, count) -> context.tell(context.messages()
                .get("submit.others", count, account.user(), account.address().toString())));
        return mine;
    }

    /**
     * Sends what is in the outbox.
     *
     * @return whether there was a session at all
     */
    boolean send(List<Sending> sendings) throws CommandException, SignerException, EspmException, InterruptedException {
        List<Sending> ready =
                sendings.stream().filter(sending -> sending.row().isPresent()).toList();
        if (ready.isEmpty()) {
            return true;
        }
        try {
            desk.session();
        } catch (EspmException e) {
            for (Sending sending : ready) {
                outbox.halted(sending.row().orElseThrow(), e);
                courier.failed(sending, texts -> texts.espm().explain(e));
            }
            return false;
        }
        tellServiceHours(ready);
        for (Sending sending : ready) {
            courier.send(sending);
        }
        return true;
    }

    /** That the hours cannot be told keeps nothing from being sent. */
    void tellServiceHours(List<Sending> ready) throws CommandException, SignerException, InterruptedException {
        try {
            courier.tellServiceHours(ready, context.rules().serviceHours());
        } catch (EspmException e) {
            LoggerFactory.getLogger(SubmitRun.class).debug("the profile could not be had", e);
        }
    }

    /** Says what became of all, for people and in JSON. */
    static int report(CommandContext context, List<Sending> sendings, boolean session) throws IOException {
        if (context.json().asked()) {
            JsonOutput.print(
                    context.terminal().out(),
                    new SubmitJson(sendings.stream().map(Sending::json).toList()));
        }
        return Sending.exitOf(sendings, !session).value();
    }
}
