using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Privacy;

/// <summary>After rows, the bytes they leave in the files of the database.</summary>
internal sealed class ErasedBytes(TupaDb db, IStorage storage)
{
    /// <summary>What could not be made to leave, with a comma between; empty where nothing is left.</summary>
    public async Task<string> SettleAsync(CancellationToken stop)
    {
        var left = string.Join(", ", await storage.SettleAsync(db, Tables(), stop));
        return left.Length <= Erasure.LongestLeft ? left : left[..Erasure.LongestLeft];
    }

    /// <summary>
    /// Every table that names people or holds what they wrote, whether this run touched it or not: what was deleted or changed there
    /// earlier has left bytes too. The log names nobody once the alias is gone.
    /// </summary>
    internal IReadOnlyList<string> Tables() =>
    [
        .. db.Model.GetEntityTypes()
            .Where(e => e.GetTableName() is not null && e.GetProperties().Any(p =>
                (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType) == typeof(PersonId)
                || p[Columns.HoldsAnnotation] as string is nameof(Holds.Person) or nameof(Holds.FreeText)))
            .Select(e => e.GetTableName()!).Distinct().Order(StringComparer.Ordinal),
    ];
}
