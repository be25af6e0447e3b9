using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;

namespace Tupa.Register;

/// <summary>
/// New users that come one by one over several connections are made together, as those of a bulk are: most of what one costs are
/// statements that a set needs once. Nobody waits for company: who comes first is made at once, and who comes meanwhile is in the next set.
/// </summary>
internal sealed class ScimGathering : IAsyncDisposable
{
    private readonly Channel<Coming> _waiting = Channel.CreateUnbounded<Coming>(new() { SingleReader = true });
    private readonly IServiceScopeFactory _scopes;
    private readonly Task _running;

    public ScimGathering(IServiceScopeFactory scopes)
    {
        _scopes = scopes;
        _running = Task.Run(RunAsync);
    }

    /// <summary>Returns once the user is made, or refused. Who goes away before the set is begun is left out of it; after that it is made.</summary>
    public Task<ScimOutcome> MakeAsync(ScimUser said, string root, CancellationToken stop)
    {
        var coming = new Coming(said, root, stop);
        return _waiting.Writer.TryWrite(coming) ? coming.Made.Task : Task.FromException<ScimOutcome>(new ObjectDisposedException(nameof(ScimGathering)));
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _running;
    }

    private async Task RunAsync()
    {
        while (await _waiting.Reader.WaitToReadAsync())
        {
            if (Next() is { Count: > 0 } set) await TogetherAsync(set);
        }
    }

    /// <summary>Those who wait now, in the order in which they came; those of one set know the server by one address.</summary>
    private List<Coming> Next()
    {
        var set = new List<Coming>();
        while (set.Count < ScimUserActions.MostAtOnce && _waiting.Reader.TryPeek(out var next) && (set.Count == 0 || next.Root == set[0].Root)
            && _waiting.Reader.TryRead(out var coming))
        {
            if (coming.Stop.IsCancellationRequested) coming.Made.TrySetCanceled(coming.Stop);
            else set.Add(coming);
        }

        return set;
    }

    private async Task TogetherAsync(IReadOnlyList<Coming> set)
    {
        try
        {
            var outcomes = await MadeAsync(set);
            foreach (var (coming, outcome) in set.Zip(outcomes)) coming.Made.TrySetResult(outcome!);
        }
#pragma warning disable CA1031 // What stops one is that one's own answer; nobody else's, and those who come after are made.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            if (set.Count == 1) set[0].Made.TrySetException(failure);
            else foreach (var alone in set) await TogetherAsync([alone]);
        }
    }

    private async Task<IReadOnlyList<ScimOutcome?>> MadeAsync(IReadOnlyList<Coming> set)
    {
        await using var scope = _scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ScimUserActions>()
            .MakeAsync([.. set.Select(c => ((ScimUser?)c.Said, (ScimError?)null))], int.MaxValue, set[0].Root, CancellationToken.None);
    }

    /// <summary>A user that waits to be made.</summary>
    private sealed record Coming(ScimUser Said, string Root, CancellationToken Stop)
    {
        public TaskCompletionSource<ScimOutcome> Made { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
