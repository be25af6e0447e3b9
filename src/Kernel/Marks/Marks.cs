using Microsoft.EntityFrameworkCore;

namespace Tupa.Kernel;

/// <summary>What is true of the whole database for as long as it lives. A mark is put once and never taken away: no action does.</summary>
public sealed class Marks(TupaDb db)
{
    /// <summary>Every person and event in it is invented. The value is what the demo prints at each start.</summary>
    public const string Demo = "demo";

    /// <summary>The city it is of, where that is not the settings' own; in Swedish under <see cref="CitySwedish"/>.</summary>
    public const string City = "city";

    /// <inheritdoc cref="City"/>
    public const string CitySwedish = "city.sv";

    /// <summary>All marks, by name.</summary>
    public async Task<IReadOnlyDictionary<string, string>> AllAsync(CancellationToken stop = default) =>
        await db.Set<Mark>().ToDictionaryAsync(m => m.Name, m => m.Value, stop);

    /// <summary>Puts a mark, inside a writing.</summary>
    public void Put(string name, string value) => db.Add(new Mark { Name = name, Value = value });
}
