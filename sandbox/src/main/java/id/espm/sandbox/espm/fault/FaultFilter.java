package id.espm.sandbox.espm.fault;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/** Stands before all routes and breaks the line as planned; what the routes themselves get wrong, they ask of {@link #struck}. */
public final class FaultFilter implements Filter {
    private static final String ATTRIBUTE = FaultFilter.class.getName();

    private final EspmFaults faults;

    public FaultFilter(EspmFaults faults) {
        this.faults = faults;
    }

    /** What goes wrong with this very request. */
    public static Optional<EspmFault> struck(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof EspmFault fault ? Optional.of(fault) : Optional.empty();
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        Optional<EspmFault> fault =
                EspmCall.of(http.getMethod(), http.getRequestURI()).flatMap(faults::strike);
        if (fault.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        request.setAttribute(ATTRIBUTE, fault.get());
        follow(fault.get(), http, (HttpServletResponse) response, chain);
    }

    private static void follow(
            EspmFault fault, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        switch (fault) {
            case EspmFault.SlowStart slow -> {
                pause(slow.pause());
                chain.doFilter(request, response);
            }
            case EspmFault.CutRequest cut -> cutRequest(cut.bytes(), request, response, chain);
            case EspmFault.ByteChanged changed -> chain.doFilter(FaultyRequest.firstByteChanged(request), response);
            case EspmFault.AnswerLost lost -> {
                chain.doFilter(request, new HeldResponse(response));
                cut(request);
            }
            case EspmFault.CutAnswer cut -> {
                HeldResponse held = new HeldResponse(response);
                chain.doFilter(request, held);
                held.release(Math.min(cut.bytes(), held.size() - 1), Duration.ZERO);
                cut(request);
            }
            case EspmFault.SlowAnswer slow -> {
                HeldResponse held = new HeldResponse(response);
                chain.doFilter(request, held);
                held.release(held.size(), slow.perByte());
            }
            default -> chain.doFilter(request, response);
        }
    }

    private static void cutRequest(
            long bytes, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (bytes == 0) {
            cut(request);
        } else {
            chain.doFilter(FaultyRequest.cutAfter(request, bytes), response);
        }
    }

    /** Takes the line away, as a router does that is switched off. */
    static void cut(ServletRequest request) {
        ServletContextRequest.getServletContextRequest(request)
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close();
    }

    static void pause(Duration pause) throws InterruptedIOException {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the server stops");
        }
    }
}
