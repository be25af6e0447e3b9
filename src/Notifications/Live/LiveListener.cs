using System.Threading.Channels;
using Tupa.Spaces;

namespace Tupa.Notifications;

/// <summary>One open stream: a short queue of events, of which a slow reader loses the oldest.</summary>
/// <param name="name">What the person is called on the wire.</param>
internal sealed class LiveListener(string name)
{
    private readonly Channel<LiveEvent> _events = Channel.CreateBounded<LiveEvent>(
        new BoundedChannelOptions(50) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    // Swapped whole: read by the wire's thread, written by the stream's.
    private volatile HashSet<Guid> _audiences = [];

    public string Name => name;

    public ChannelReader<LiveEvent> Events => _events.Reader;

    /// <summary>The audiences of the person as they were just read. Returns whether one that was there is gone.</summary>
    public bool Renew(IEnumerable<AudienceId> audiences)
    {
        var before = _audiences;
        var now = audiences.Select(a => a.Value).ToHashSet();
        _audiences = now;
        return before.Any(a => !now.Contains(a));
    }

    /// <summary>Takes the event if it may be for this person; the stream asks the audience function again before it sends.</summary>
    public void Tell(LiveEvent heard)
    {
        if (heard.People is not null || _audiences.Contains(heard.Audience)) _events.Writer.TryWrite(heard);
    }

    public void End() => _events.Writer.TryComplete();
}
