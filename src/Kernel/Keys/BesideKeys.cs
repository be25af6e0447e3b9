using Microsoft.Extensions.Configuration;

namespace Tupa.Kernel;

/// <summary>Where lies what must be neither in the database nor in its backups.</summary>
public static class BesideKeys
{
    /// <summary>The full path of the folder that the setting names; unless set, the folder of the keys.</summary>
    public static string Folder(IConfiguration configuration, string setting)
    {
        if (configuration[setting] is { Length: > 0 } set) return Path.GetFullPath(set);

        var house = configuration["Tupa:Folder"] ?? "var";
        var key = configuration["Tupa:KeyFile"] ?? Path.Combine(house, "keys", "access.key");
        return Path.GetDirectoryName(Path.GetFullPath(key))!;
    }
}
