namespace Tupa.Tests;

/// <summary>A folder that goes with the test.</summary>
public sealed class SpareFolder : IAsyncDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("tupa-spare-").FullName;

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Path, recursive: true);
        return ValueTask.CompletedTask;
    }
}

/// <summary>An empty folder and an empty database, where a house may be put.</summary>
public sealed class SparePlace : IAsyncDisposable
{
    private readonly SpareFolder _folder = new();
    private readonly string? _database;

    private SparePlace(string? database, string address, TimeSpan ahead) => (_database, Place) = (database, new(_folder.Path, address, ahead));

    public Place Place { get; }

    /// <param name="ahead">How far ahead of the system's clock the house is that may be put here.</param>
    public static async Task<SparePlace> NewAsync(string database, TimeSpan ahead = default)
    {
        if (database == "sqlite") return new(null, "", ahead);

        var name = $"spare_{Guid.CreateVersion7():n}";
        return new(name, await PostgresPart.CreateAsync(name), ahead);
    }

    public async ValueTask DisposeAsync()
    {
        if (_database is not null) await PostgresPart.DropAsync(_database);
        await _folder.DisposeAsync();
    }
}
