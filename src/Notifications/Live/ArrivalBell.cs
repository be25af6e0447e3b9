using Tupa.Kernel;
using Tupa.Spaces;

namespace Tupa.Notifications;

/// <summary>Hears what arrived and tells the open streams, once the commit is durable.</summary>
internal sealed class ArrivalBell(Writing writing, LiveHub live) : IHear<Arrived>
{
    public Task HearAsync(IReadOnlyList<Arrived> announced, CancellationToken stop)
    {
        writing.Afterwards(async () =>
        {
            foreach (var arrived in announced) await live.ArrivedAsync(arrived.Kind, arrived.Id, arrived.Audience, stop);
        });
        return Task.CompletedTask;
    }
}

/// <summary>Whoever was let into a space by name is told of it.</summary>
internal sealed class AdmittedBell(Notices notices) : IHear<Admitted>
{
    public Task HearAsync(IReadOnlyList<Admitted> announced, CancellationToken stop) => notices.SendAsync(
        [.. announced.Where(a => a.Person != a.By).Select(a => new Notice(a.Person, NoticeKind.SpaceGranted, a.Space.Value, a.Space, a.By))], stop);
}

/// <summary>Those who are to handle a report are told that there is one.</summary>
internal sealed class ReportBell(Notices notices) : IHear<ContentReported>
{
    public Task HearAsync(IReadOnlyList<ContentReported> announced, CancellationToken stop) => notices.SendAsync(
        [.. announced.SelectMany(r => r.Recipients.Select(to => new Notice(to, NoticeKind.ContentReported, r.Report, r.Space, ThingKind: "report")))],
        stop);
}
