using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Tupa.Kernel;

/// <summary>The rows of one column that followed a person when two were joined, by their keys: ids, numbers and instants, and never a text.</summary>
/// <param name="Keys">A list of keys, each a list of values.</param>
public sealed record FollowedRows(string Table, string Column, string Keys)
{
    /// <summary>How many rows there were.</summary>
    public int Count => Read().Count;

    internal IReadOnlyList<IReadOnlyList<string>> Read() => JsonSerializer.Deserialize<List<List<string>>>(Keys)!;

    internal static FollowedRows Of(PersonColumn column, IReadOnlyList<IReadOnlyList<string>> keys) => new(column.Table, column.Column, JsonSerializer.Serialize(keys));

    /// <summary>A value of a key as it is written down.</summary>
    internal static async Task<string> WrittenAsync(DbDataReader row, int at, IProperty property, CancellationToken stop)
    {
        var type = StoredAs(property);
        if (type == typeof(byte[])) return Convert.ToHexString(await row.GetFieldValueAsync<byte[]>(at, stop));
        if (type == typeof(Guid)) return (await row.GetFieldValueAsync<Guid>(at, stop)).ToString();
        if (type == typeof(DateTime)) return (await row.GetFieldValueAsync<DateTime>(at, stop)).ToString("O", CultureInfo.InvariantCulture);
        if (type == typeof(DateOnly)) return (await row.GetFieldValueAsync<DateOnly>(at, stop)).ToString("O", CultureInfo.InvariantCulture);
        return type == typeof(string) ? await row.GetFieldValueAsync<string>(at, stop) : (await row.GetFieldValueAsync<long>(at, stop)).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The same the other way round.</summary>
    internal static object Stored(string written, IProperty property)
    {
        var type = StoredAs(property);
        if (type == typeof(byte[])) return Convert.FromHexString(written);
        if (type == typeof(Guid)) return Guid.Parse(written, CultureInfo.InvariantCulture);
        if (type == typeof(DateTime)) return DateTime.Parse(written, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
        if (type == typeof(DateOnly)) return DateOnly.Parse(written, CultureInfo.InvariantCulture);
        return type == typeof(string) ? written : long.Parse(written, CultureInfo.InvariantCulture);
    }

    private static Type StoredAs(IProperty property) => property.GetTypeMapping().Converter?.ProviderClrType ?? Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
}
