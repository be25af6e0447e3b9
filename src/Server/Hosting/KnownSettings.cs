using System.Data.Common;
using System.Globalization;
using Tupa.Audit;
using Tupa.Blobs;
using Tupa.Kernel;
using Tupa.Notifications;
using Tupa.Privacy;
using Tupa.Register;
using Tupa.Retention;

namespace Tupa.Server;

/// <summary>One setting of the house.</summary>
/// <param name="Otherwise">What holds where nobody has set it; empty for nothing.</param>
internal sealed record KnownSetting(string Key, string Otherwise)
{
    private const string Masked = "***";

    /// <summary>The value as it may be shown: a password never, of a connection string all but the password.</summary>
    public string Shown(string? set)
    {
        var value = set ?? Otherwise;
        if (value.Length == 0) return "";
        if (Key.EndsWith(":Password", StringComparison.OrdinalIgnoreCase) || Key.EndsWith("Secret", StringComparison.OrdinalIgnoreCase)) return Masked;
        return Key.Equals("Tupa:Database", StringComparison.OrdinalIgnoreCase) ? WithoutPassword(value) : value;
    }

    private static string WithoutPassword(string address)
    {
        var parts = new DbConnectionStringBuilder { ConnectionString = address };
        foreach (var secret in new[] { "Password", "Pwd", "PW", "SSL Password", "SslPassword", "Passfile" })
        {
            if (parts.ContainsKey(secret)) parts[secret] = Masked;
        }

        return parts.ConnectionString;
    }
}

/// <summary>Every setting there is, section by section: read off the options of the house and its rooms, so that none is forgotten.</summary>
internal static class KnownSettings
{
    public static IReadOnlyList<KnownSetting> All { get; } =
    [
        .. Of("Tupa", new Settings()),
        new("Tupa:Database_FILE", ""),
        new("Tupa:KeyFile", "keys/access.key in the folder"),
        new("Tupa:Blobs:Largest", BlobsSettings.DefaultLargest.ToString(CultureInfo.InvariantCulture)),
        new("Tupa:Blobs:Scanner", "none"),
        new("Tupa:Blobs:ScannerLargest", BlobsSettings.DefaultScannerLargest.ToString(CultureInfo.InvariantCulture)),
        .. Enum.GetValues<Source>().Select(source => new KnownSetting($"{Trust.Section}:{source}", Trust.Usual(source).ToString())),
        .. Of(MailOptions.Section, new MailOptions()),
        new($"{MailOptions.Section}:Password_FILE", ""),
        new($"{EraseBy.Section}:{nameof(EraseBy.BackupDays)}", EraseBy.DefaultBackupDays.ToString(CultureInfo.InvariantCulture)),
        new($"{EraseBy.Section}:{nameof(EraseBy.MarginDays)}", EraseBy.DefaultMarginDays.ToString(CultureInfo.InvariantCulture)),
        new(LedgerPlace.Setting, "the folder of the keys"),
        new(HeadsPlace.Setting, "the folder of the keys"),
        new(Outbound.Setting, ""),
        .. Of(StatementOptions.Section, new StatementOptions()),
        .. Of(SchoolsSettings.Section, new SchoolsSettings()),
        .. Of(RosterPullSettings.Section, new RosterPullSettings()),
        new($"{RosterPullSettings.Section}:ClientSecret_FILE", ""),
        .. Of(LdapSettings.Section, new LdapSettings()),
        new($"{LdapSettings.Section}:Password_FILE", ""),
    ];

    /// <summary>The setting that was likely meant.</summary>
    public static KnownSetting? Like(string key) =>
        All.Select(k => (Setting: k, Far: Distance(k.Key.ToUpperInvariant(), key.ToUpperInvariant())))
            .Where(k => k.Far <= Math.Max(2, key.Length / 4)).OrderBy(k => k.Far).Select(k => k.Setting).FirstOrDefault();

    private static IEnumerable<KnownSetting> Of(string section, object options) =>
        from property in options.GetType().GetProperties()
        where property.SetMethod is { IsPublic: true }
        let key = $"{section}:{property.Name}"
        let value = property.GetValue(options)
        from setting in value is CityWords words ? Of(key, words) : [new(key, Written(value))]
        select setting;

    private static string Written(object? value) => value switch
    {
        bool yes => yes ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString() ?? "",
    };

    /// <summary>How many letters differ (Levenshtein).</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
                (corner, row[j]) = (row[j], Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), corner + (a[i - 1] == b[j - 1] ? 0 : 1)));
        }

        return row[^1];
    }
}
