using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Takes away what was laid out and is not needed any more, in pieces beside which others write.</summary>
internal static class StagedRows
{
    private const int Piece = 2_000;

    /// <returns>How many rows it was.</returns>
    public static async Task<int> ClearAsync(TupaDb db, Writing writing, BatchId batch, CancellationToken stop)
    {
        var rows = 0;
        while (await writing.RunAsync(() => PieceAsync(db, batch, stop), stop) is > 0 and var some) rows += some;
        while (await writing.RunAsync(() => GroupPieceAsync(db, batch, stop), stop) is > 0 and var some) rows += some;
        return rows;
    }

    private static async Task<int> PieceAsync(TupaDb db, BatchId batch, CancellationToken stop)
    {
        var keys = await db.Set<Staged>().Where(s => s.Batch == batch).OrderBy(s => s.Key).Select(s => s.Key).Take(Piece).ToListAsync(stop);
        return keys.Count == 0 ? 0 : await db.Set<Staged>().Where(s => s.Batch == batch && keys.Contains(s.Key)).ExecuteDeleteAsync(stop);
    }

    private static async Task<int> GroupPieceAsync(TupaDb db, BatchId batch, CancellationToken stop)
    {
        var groups = await db.Set<StagedGroup>().AsNoTracking().Where(s => s.Batch == batch).OrderBy(s => s.Code).Take(Piece).ToListAsync(stop);
        return await RemoveAsync(db, batch, groups, stop);
    }

    /// <summary>Inside a writing. The same code may stand for a class and for a teaching group.</summary>
    public static async Task<int> RemoveAsync(TupaDb db, BatchId batch, IEnumerable<StagedGroup> groups, CancellationToken stop)
    {
        var removed = 0;
        foreach (var kind in groups.GroupBy(g => g.Kind))
        {
            var (which, codes) = (kind.Key, kind.Select(g => g.Code).ToList());
            removed += await db.Set<StagedGroup>().Where(s => s.Batch == batch && s.Kind == which && codes.Contains(s.Code)).ExecuteDeleteAsync(stop);
        }

        return removed;
    }
}
