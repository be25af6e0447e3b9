using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Blobs;

/// <summary>No byte is delivered unscanned (DESIGN, law 7): the scanner answers, what it knows is fresh, and nothing that nobody looked at can be fetched.</summary>
internal sealed class ScannerClaim(IScanner scanner, TupaDb db, TimeProvider clock) : IClaimCheck
{
    /// <summary>New signatures come every day; a week without is a scanner that is not looked after.</summary>
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(7);

    public string Key => "blobs.scanner";

    public Text Promise => new(
        Fi: "Jokainen tiedosto tarkistetaan haittaohjelmien varalta ennen kuin kukaan saa sen.",
        Sv: "Varje fil kontrolleras för skadlig programvara innan någon får den.",
        En: "Every file is checked for malware before anybody gets it.");

    public IReadOnlyList<Text> Counted =>
    [
        new(Fi: "Tarkistettuja tiedostoja", Sv: "Kontrollerade filer", En: "Files checked"),
        new(Fi: "Jaossa ilman tarkistusta", Sv: "Utdelade utan kontroll", En: "Given out unchecked"),
        new(Fi: "Tunnisteiden ikä päivinä", Sv: "Signaturernas ålder i dagar", En: "Age of the signatures in days"),
    ];

    public ClaimOwner Owner => ClaimOwner.Security;

    public async Task<ClaimFinding> CheckAsync(CancellationToken stop)
    {
        var state = await scanner.StateAsync(stop);
        var age = state.SignaturesAt is { } made ? clock.UtcNow() - made : TimeSpan.MaxValue;
        var looked = await db.Set<Blob>().CountAsync(b => b.State == BlobState.Clean, stop);
        var bare = await db.Set<Blob>().CountAsync(b => b.State == BlobState.Unchecked, stop);
        return ClaimFinding.Of(state.Mode == ScanningMode.On && age <= Oldest && bare == 0, looked, bare, state.SignaturesAt is null ? -1 : Math.Max(0, (long)age.TotalDays));
    }
}
