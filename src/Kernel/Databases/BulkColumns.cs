using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Tupa.Kernel;

/// <summary>How the model writes an entity: its table, its columns, and each value as the database stores it.</summary>
public sealed class BulkColumns<TEntity> where TEntity : class
{
    private readonly IReadOnlyList<IProperty> _properties;
    private readonly IClrPropertyGetter[] _read;
    private readonly Func<object?, object?>?[] _convert;

    private BulkColumns(IEntityType entity)
    {
        Table = entity.GetTableName()!;
        _properties = [.. entity.GetProperties()];
        _read = [.. _properties.Select(p => p.GetGetter())];
        _convert = [.. _properties.Select(p => p.GetTypeMapping().Converter?.ConvertToProvider)];
        Names = [.. _properties.Select(p => p.GetColumnName())];
    }

    public string Table { get; }

    public IReadOnlyList<string> Names { get; }

    public IReadOnlyList<IProperty> Properties => _properties;

    public static BulkColumns<TEntity> Of(TupaDb db) =>
        new(db.Model.FindEntityType(typeof(TEntity)) ?? throw new InvalidOperationException($"{typeof(TEntity).Name} is not mapped"));

    /// <summary>The value of column <paramref name="i"/> in this row, converted for the database; null stays null.</summary>
    public object? Value(TEntity row, int i)
    {
        var value = _read[i].GetClrValue(row);
        return value is null || _convert[i] is not { } convert ? value : convert(value);
    }
}
