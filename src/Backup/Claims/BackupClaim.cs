using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Backup;

/// <summary>The house is backed up regularly: a whole snapshot within a day.</summary>
internal sealed class BackupClaim(TupaDb db, TimeProvider clock) : IClaimCheck
{
    /// <summary>A backup a night, and some hours for the night itself.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromHours(30);

    public string Key => "backup.last";

    public Text Promise => new(
        Fi: "Palvelun tiedoista otetaan varmuuskopio joka vuorokausi.",
        Sv: "Tjänstens data säkerhetskopieras varje dygn.",
        En: "The data of the service is backed up every day.");

    public IReadOnlyList<Text> Counted =>
    [
        new(Fi: "Tunteja varmuuskopiosta", Sv: "Timmar sedan säkerhetskopian", En: "Hours since the backup"),
        new(Fi: "Tiedostoja, jotka siitä puuttuivat", Sv: "Filer som saknades i den", En: "Files missing from it"),
        new(Fi: "Varmuuskopioita 30 päivässä", Sv: "Säkerhetskopior på 30 dagar", En: "Backups in 30 days"),
    ];

    public ClaimOwner Owner => ClaimOwner.Operation;

    public async Task<ClaimFinding> CheckAsync(CancellationToken stop)
    {
        var now = clock.UtcNow();
        var month = now.AddDays(-30);
        var last = await db.Set<SnapshotNote>().OrderByDescending(s => s.At).ThenByDescending(s => s.Id).FirstOrDefaultAsync(stop);
        var many = await db.Set<SnapshotNote>().CountAsync(s => s.At >= month, stop);
        if (last is null) return ClaimFinding.Of(false, -1, 0, 0);

        var age = now - last.At;
        return ClaimFinding.Of(age <= Longest && last.Missing == 0, (long)age.TotalHours, last.Missing, many);
    }
}
