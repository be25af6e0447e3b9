using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;
using Tupa.Spaces;

namespace Tupa.Notifications;

/// <summary>
/// One stream of server-sent events (WHATWG HTML 9.2). A message is a bare turbo-frame whose card the browser fetches through the front
/// door; "notice" rings the bell; "end" closes for good. The session and the audiences are asked anew at least every 25 seconds, and the
/// audience of each event again before it is sent.
/// </summary>
internal sealed class LiveStream(LiveHub hub, TupaDb db, Audience audience, ISessionCheck session, Titles titles, TimeProvider clock)
{
    internal static readonly TimeSpan Recheck = TimeSpan.FromSeconds(25);

    // Shorter than the recheck, so that a clock that jumps is noticed too.
    private static readonly TimeSpan Wake = TimeSpan.FromSeconds(3);

    private DateTime _checked;

    public async Task RunAsync(HttpResponse response, Actor by, PersonId me, CancellationToken stop)
    {
        var listener = hub.Open(me);
        try
        {
            if (await TellAsync(listener, response, by, stop)) await response.WriteAsync("event: end\ndata: end\n\n", stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The browser left.
        }
        finally
        {
            hub.Close(listener);
        }
    }

    /// <summary>Returns whether it is over for good: the session is, or a newer stream took its place. Else the browser comes again and reads its page anew.</summary>
    private async Task<bool> TellAsync(LiveListener listener, HttpResponse response, Actor by, CancellationToken stop)
    {
        if (!await session.LiveAsync(stop)) return true;
        await RenewAsync(listener, by, stop);

        // Whoever has this has missed nothing from here on.
        await response.WriteAsync("retry: 5000\n\n", stop);
        await response.Body.FlushAsync(stop);

        var more = listener.Events.WaitToReadAsync(stop).AsTask();
        while (true)
        {
            await Task.WhenAny(more, Task.Delay(Wake, clock, stop));
            stop.ThrowIfCancellationRequested();

            if (clock.UtcNow() - _checked >= Recheck)
            {
                if (!await session.LiveAsync(stop)) return true;
                if (await RenewAsync(listener, by, stop)) return false;
                await response.WriteAsync(": \n\n", stop);
            }

            if (more.IsCompleted)
            {
                if (!await more) return true;
                while (listener.Events.TryRead(out var heard)) await response.WriteAsync(await WrittenAsync(heard, by, stop), stop);
                more = listener.Events.WaitToReadAsync(stop).AsTask();
            }

            await response.Body.FlushAsync(stop);
        }
    }

    /// <summary>True where an audience that was there is gone: the page that listens is then out of date.</summary>
    private async Task<bool> RenewAsync(LiveListener listener, Actor by, CancellationToken stop)
    {
        _checked = clock.UtcNow();
        return listener.Renew(await audience.Visible(by).ToListAsync(stop));
    }

    private async Task<string> WrittenAsync(LiveEvent heard, Actor by, CancellationToken stop)
    {
        if (heard.Kind is not { } kind) return "event: notice\ndata: notice\n\n";

        var visible = audience.Visible(by);
        var now = clock.UtcNow();
        var shown = await db.Set<Arrival>().AnyAsync(a => a.Id == heard.Thing && visible.Contains(a.Audience) && a.At <= now && now < a.UntilUtc, stop);
        return shown && titles.Href(kind, heard.Thing) is { } href
            ? $"data: <turbo-frame id=\"{kind}-{heard.Thing}\" src=\"{href}/card\"></turbo-frame>\n\n"
            : "";
    }
}
