using Microsoft.Extensions.Configuration;

namespace Tupa.Audit;

/// <summary>Where the heads of the chain are kept: Tupa:Audit:Heads, a folder outside the database and its backups; beside the keys unless set.</summary>
public sealed record HeadsPlace(string Folder)
{
    public const string Setting = "Tupa:Audit:Heads";

    public static HeadsPlace Of(IConfiguration configuration)
    {
        if (configuration[Setting] is { Length: > 0 } set) return new(Path.GetFullPath(set));

        var house = configuration["Tupa:Folder"] ?? "var";
        var key = configuration["Tupa:KeyFile"] ?? Path.Combine(house, "keys", "access.key");
        return new(Path.GetDirectoryName(Path.GetFullPath(key))!);
    }
}
