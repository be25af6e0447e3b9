using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Privacy;

/// <summary>Takes the trial person out of every room again, by the same providers as everybody else. Of somebody who never was the ledger keeps nothing.</summary>
public sealed class TrialErasure
{
    private readonly ErasureRooms _rooms;
    private readonly Writing _writing;

    internal TrialErasure(ErasureRooms rooms, Writing writing) => (_rooms, _writing) = (rooms, writing);

    /// <summary>Safe where there is none. Returns how many rows still name the person: 0, or the trial has found something.</summary>
    public Task<int> RunAsync(CancellationToken stop = default) => _writing.RunAsync(async () =>
    {
        IReadOnlyList<IPersonalData> all = [.. _rooms.BeforeTheLast.Select(r => r.Room), _rooms.Last.Room];
        foreach (var room in all)
        {
            await room.EraseAsync(TrialPeople.Id, stop);
            await _writing.FlushAsync(stop);
        }

        var left = 0;
        foreach (var room in all) left += await room.RemainingAsync(TrialPeople.Id, stop);
        return left;
    }, stop);
}
