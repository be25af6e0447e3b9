using System.Data.Common;

namespace Tupa.Backup;

/// <summary>Bytes that a row of the copied database points at.</summary>
/// <param name="Sha256">The name in the store.</param>
/// <param name="Waits">The blob, where its bytes may also still wait to be checked and made ready.</param>
internal sealed record NeededBytes(string Sha256, Guid? Waits)
{
    private const string Rows = """
        select sha256, null from blobs_renditions
        union all
        select sha256, id from blobs_blobs where media in ('Waiting', 'Preparing')
        """;

    /// <summary>Reads them all, at the moment that the connection stands at.</summary>
    public static async Task<IReadOnlyList<NeededBytes>> AllAsync(DbConnection connection, CancellationToken stop)
    {
        var needed = new List<NeededBytes>();
        await using var command = connection.CreateCommand();
        command.CommandText = Rows;
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop)) needed.Add(new(reader.GetString(0), Id(reader.GetValue(1))));
        return needed;
    }

    // Sixteen bytes in the embedded database.
    private static Guid? Id(object value) => value switch
    {
        byte[] bytes => new Guid(bytes, bigEndian: true),
        Guid id => id,
        _ => null,
    };
}
