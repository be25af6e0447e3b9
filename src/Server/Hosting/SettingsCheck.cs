using System.Data.Common;
using Tupa.Blobs;
using Tupa.Kernel;
using Tupa.Notifications;
using Tupa.Privacy;
using Tupa.Register;
using Tupa.Retention;

namespace Tupa.Server;

/// <summary>A setting stops the start; the message is a sentence that says how to mend it.</summary>
public sealed class ImpossibleSettingException : Exception
{
    public ImpossibleSettingException()
    {
    }

    public ImpossibleSettingException(string message) : base(message)
    {
    }

    public ImpossibleSettingException(string message, Exception cause) : base(message, cause)
    {
    }
}

/// <summary>Reads the settings and stands behind them: nothing unknown, nothing impossible, for the house and for each room.</summary>
internal static class SettingsCheck
{
    public static Settings Read(IConfiguration source)
    {
        if (Unknown(source) is { } unknown) throw new ImpossibleSettingException(unknown);
        if (source["ForwardedHeaders_Enabled"] is not null)
            throw new ImpossibleSettingException("ForwardedHeaders_Enabled would believe anyone. Take it away, and name the proxies in front with Tupa:Proxies, for example 127.0.0.1.");

        try
        {
            var settings = source.GetSection("Tupa").Get<Settings>() ?? new();
            if (source["Tupa:Database_FILE"] is { Length: > 0 } file) settings.Database = File.ReadAllText(file).Trim();
            BlobsSettings.Read(source);
            MailOptions.Of(source);
            StatementOptions.Of(source);
            SchoolsSettings.Of(source);
            RosterPullSettings.Of(source);
            LdapSettings.Of(source);
            EraseBy.Of(source);
            Outbound.Read(source);
            return Wrong(settings) is { } wrong ? throw new ImpossibleSettingException(wrong) : settings;
        }
        catch (Exception failure) when (failure is InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            throw new ImpossibleSettingException(failure.Message, failure);
        }
    }

    private static string? Unknown(IConfiguration source)
    {
        var known = KnownSettings.All.Select(k => k.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var unknown = source.GetSection("Tupa").AsEnumerable().FirstOrDefault(s => s.Value is not null && !known.Contains(s.Key)).Key;
        if (unknown is null) return null;

        return KnownSettings.Like(unknown) is { } like
            ? $"There is no setting {unknown}. Did you mean {like.Key}?"
            : $"There is no setting {unknown}. `tupa config` prints them all once it is taken away.";
    }

    private static string? Wrong(Settings settings)
    {
        if (string.IsNullOrWhiteSpace(settings.Folder)) return "Tupa:Folder is empty. Name the folder where the house keeps its files.";
        if (string.IsNullOrWhiteSpace(settings.City) || string.IsNullOrWhiteSpace(settings.CitySwedish))
            return "Tupa:City and Tupa:CitySwedish must both be given: every page names the city.";
        if (!IsAddressOfDatabase(settings.Database))
            return "Tupa:Database is no connection string. Write Host=…;Database=…;Username=…;Password=…, or leave it out for the embedded database.";

        if (!Proxies.TryRead(settings.Proxies, out _))
            return $"Tupa:Proxies is \"{settings.Proxies}\". Write the addresses or networks of the proxies in front, for example 127.0.0.1, 10.1.0.0/16.";

        return settings.Listen.Split(';').All(IsAddressToListenAt)
            ? null
            : $"Tupa:Listen is \"{settings.Listen}\". Write an address to listen at, for example http://127.0.0.1:5080.";
    }

    private static bool IsAddressOfDatabase(string written)
    {
        if (written.Length == 0) return true;
        try
        {
            var parts = new DbConnectionStringBuilder { ConnectionString = written };
            return parts.ContainsKey("Host") || parts.ContainsKey("Server");
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static bool IsAddressToListenAt(string written)
    {
        try
        {
            return BindingAddress.Parse(written.Trim()).Scheme is "http" or "https";
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
