using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Notifications;

/// <summary>The stewards of a source are told that a supervisor asks somebody's assignment to go on.</summary>
internal sealed class ExtensionBell(Notices notices) : IHear<ExtensionProposed>
{
    public Task HearAsync(IReadOnlyList<ExtensionProposed> announced, CancellationToken stop) => notices.SendAsync(
        [.. announced.SelectMany(e => e.Stewards.Select(to => new Notice(to, NoticeKind.ExtensionProposed, e.Extension.Value, From: e.By, ThingKind: "extension")))], stop);
}
