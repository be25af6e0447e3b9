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

    /// <summary>The city's name, in its own language and in Swedish.</summary>
    public string City { get; set; } = "Raision kaupunki";

    public string CitySwedish { get; set; } = "Reso stad";

    /// <summary>The file of the embedded database.</summary>
    public string DatabaseFile => Path.Combine(Folder, "tupa.db");

    public static Settings OnFile(string file) => new() { Folder = Path.GetDirectoryName(Path.GetFullPath(file))! };

    public static Settings OnPostgres(string address) => new() { Database = address };
}
