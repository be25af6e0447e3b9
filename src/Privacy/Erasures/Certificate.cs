using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Tupa.Privacy;

/// <summary>What a certificate of erasure says, in one fixed form, so that its digest can be made again by anybody.</summary>
internal static class Certificate
{
    public static string Words(Erasure erasure) => string.Join('\n',
    [
        "tupa-erasure 1",
        $"id {erasure.Id}",
        $"cause {erasure.Cause}",
        $"begun {At(erasure.BegunAt)}",
        $"ended {At(erasure.EndedAt)}",
        string.Create(CultureInfo.InvariantCulture, $"rule TT-01 {erasure.Months} months - {erasure.BackupDays} days - {erasure.MarginDays} days"),
        string.Create(CultureInfo.InvariantCulture, $"people {erasure.People}"),
        string.Create(CultureInfo.InvariantCulture, $"cards {erasure.Cards}"),
        string.Create(CultureInfo.InvariantCulture, $"failed {erasure.Failed}"),
        string.Create(CultureInfo.InvariantCulture, $"held {erasure.Held}"),
        .. erasure.ByRoom().OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => string.Create(CultureInfo.InvariantCulture, $"room {r.Key} {r.Value}")),
        $"left {erasure.Left}",
        "",
    ]);

    public static string DigestOf(Erasure erasure) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Words(erasure))));

    /// <summary>Whether it still says what it said when it was made.</summary>
    public static bool Holds(Erasure erasure) => erasure.Digest == DigestOf(erasure);

    private static string At(DateTime? at) => at?.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture) ?? "-";
}
