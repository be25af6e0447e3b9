using Tupa.Backup;

namespace Tupa.Server;

/// <summary>What the operator decides. Read from appsettings.json, overridden by Tupa__Section__Key; secrets also from a file named by …_FILE.</summary>
public sealed class Settings
{
    /// <summary>Where the embedded database, blobs, keys and temporary files live.</summary>
    public string Folder { get; set; } = "var";

    /// <summary>A PostgreSQL connection string; empty for the embedded database.</summary>
    public string Database { get; set; } = "";

    /// <summary>Where to listen.</summary>
    public string Listen { get; set; } = "http://127.0.0.1:5080";

    /// <summary>The proxies in front, addresses or networks with a comma between: what they say of scheme and address is believed, and nobody else.</summary>
    public string Proxies { get; set; } = "";

    /// <summary>The city's name, in its own language and in Swedish.</summary>
    public string City { get; set; } = "Raision kaupunki";

    public string CitySwedish { get; set; } = "Reso stad";

    /// <summary>Lets a demo, whose passwords everybody knows, be reached from other machines; said on the command line.</summary>
    public bool DemoInPublic { get; set; }

    /// <summary>Moves the clock of the house by this much, for drills.</summary>
    public TimeSpan ClockShift { get; set; }

    /// <summary>The whole configuration, from which the rooms read their own sections.</summary>
    public IConfiguration Source { get; private set; } = new ConfigurationBuilder().Build();

    /// <summary>The file of the embedded database.</summary>
    public string DatabaseFile => Path.Combine(Folder, "tupa.db");

    /// <summary>The folder of the blob store.</summary>
    public string Blobs => Path.Combine(Folder, "blobs");

    /// <summary>The house's own secret.</summary>
    public string KeyFile { get => field ?? Path.Combine(Folder, "keys", "access.key"); set; }

    /// <summary>What a backup copies.</summary>
    public BackupPlace BackupPlace => new(Database, DatabaseFile, Blobs);

    /// <summary>The address that people type, for what is printed on the machine.</summary>
    public string Address => (Source["Tupa:Mail:House"] ?? Listen.Split(';')[0]).TrimEnd('/');

    /// <summary>Reads appsettings.json and the environment, then the given overrides ("Tupa:Section:Key").</summary>
    /// <exception cref="ImpossibleSettingException">A setting is unknown or impossible, of the house or of a room.</exception>
    public static Settings Read(IEnumerable<KeyValuePair<string, string?>>? overrides = null)
    {
        var source = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
            .AddJsonFile(Path.GetFullPath("appsettings.json"), optional: true)
            .AddEnvironmentVariables()
            .AddInMemoryCollection(overrides ?? [])
            .Build();
        var settings = SettingsCheck.Read(source);
        settings.Source = source;
        return settings;
    }
}
