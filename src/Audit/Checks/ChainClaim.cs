using Tupa.Kernel;

namespace Tupa.Audit;

/// <summary>The log is what was sealed: verified within a day, and nothing was found.</summary>
internal sealed class ChainClaim(AuditChain chain, TimeProvider clock) : IClaimCheck
{
    /// <summary>A verification a night, and some hours for the night itself.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(30);

    public string Key => "audit.chain";

    public Text Promise => new(
        Fi: "Jokaisesta teosta ja henkilötietojen katselusta jää lokimerkintä, jota ei voi muuttaa jälkikäteen kenenkään huomaamatta.",
        Sv: "Varje handling och varje visning av personuppgifter antecknas i en logg som inte kan ändras i efterhand utan att det märks.",
        En: "Every deed and every view of personal data leaves a log entry, which cannot be changed afterwards without being noticed.");

    public IReadOnlyList<Text> Counted =>
    [
        new(Fi: "Tarkistettuja lokimerkintöjä viimeksi", Sv: "Loggposter som verifierades senast", En: "Log entries verified last time"),
        new(Fi: "Vääriä", Sv: "Felaktiga", En: "Wrong"),
        new(Fi: "Tunteja tarkistuksesta", Sv: "Timmar sedan verifieringen", En: "Hours since the verification"),
    ];

    public ClaimOwner Owner => ClaimOwner.Security;

    public async Task<ClaimFinding> CheckAsync(CancellationToken stop)
    {
        // A house that has never been verified is verified now, and not called whole until then.
        var last = await chain.LastAsync(stop);
        if (last is null)
        {
            await chain.VerifyAsync(whole: true, stop: stop);
            last = await chain.LastAsync(stop);
        }

        var age = clock.UtcNow() - last!.At;
        var wrong = last.Fault != ChainFaultKind.None;
        return ClaimFinding.Of(!wrong && age <= Longest, last.Rows, wrong ? 1 : 0, (long)age.TotalHours);
    }
}
