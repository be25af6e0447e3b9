using Microsoft.Extensions.Configuration;

namespace Tupa.Privacy;

/// <summary>Where the ledger of erasures is kept: Tupa:Privacy:Ledger, a folder outside the database and its backups; beside the keys unless set.</summary>
public sealed record LedgerPlace(string Folder)
{
    public const string Setting = "Tupa:Privacy:Ledger";

    public static LedgerPlace Of(IConfiguration configuration)
    {
        if (configuration[Setting] is { Length: > 0 } set) return new(Path.GetFullPath(set));

        var house = configuration["Tupa:Folder"] ?? "var";
        var key = configuration["Tupa:KeyFile"] ?? Path.Combine(house, "keys", "access.key");
        return new(Path.GetDirectoryName(Path.GetFullPath(key))!);
    }
}
