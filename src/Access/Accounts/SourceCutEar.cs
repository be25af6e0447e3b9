using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Access;

/// <summary>A source has cut sign-in, or given it back: sessions end at once, and the account says so.</summary>
internal sealed class SourceCutEar(AccountActions accounts) : IHear<SignInCut>, IHear<SignInRestored>
{
    public async Task HearAsync(IReadOnlyList<SignInCut> announced, CancellationToken stop)
    {
        foreach (var by in announced.GroupBy(a => a.By, a => a.Person)) await accounts.CutAsync([.. by], by.Key, stop);
    }

    public async Task HearAsync(IReadOnlyList<SignInRestored> announced, CancellationToken stop)
    {
        foreach (var by in announced.GroupBy(a => a.By, a => a.Person)) await accounts.RestoreAsync([.. by], by.Key, stop);
    }
}
