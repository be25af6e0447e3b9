using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>What joinings hold of a person, beside the register itself.</summary>
internal static class JoiningTraces
{
    public static IReadOnlyList<string> Tables { get; } = ["register_joinings", "register_joining_moves", "register_joining_values"];

    /// <summary>When, and not who: an id that is gone is nobody's to hand over, nor what stood on a card that may be somebody else's after all.</summary>
    public static async IAsyncEnumerable<PersonalRow> ExportAsync(TupaDb db, PersonId person, [EnumeratorCancellation] CancellationToken stop)
    {
        var joinings = db.Set<Joining>().Where(j => j.Kept == person || j.Lost == person || j.AskedBy == person).OrderBy(j => j.AskedAt).ThenBy(j => j.Id);
        await foreach (var joining in joinings.AsAsyncEnumerable().WithCancellation(stop))
        {
            yield return new("register_joinings", new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["state"] = joining.State.ToString(),
                ["asked_at"] = Written(joining.AskedAt),
                ["joined_at"] = Written(joining.JoinedAt),
                ["parted_at"] = Written(joining.PartedAt),
                ["asked_by_me"] = joining.AskedBy == person ? "true" : "false",
            });
        }
    }

    /// <summary>Before the person.</summary>
    public static async Task<int> EraseAsync(TupaDb db, PersonId person, CancellationToken stop)
    {
        var own = db.Set<Joining>().Where(j => j.Kept == person || j.Lost == person).Select(j => j.Id);
        return await db.Set<JoiningMove>().Where(m => own.Contains(m.Joining)).ExecuteDeleteAsync(stop)
            + await db.Set<JoiningValue>().Where(v => own.Contains(v.Joining)).ExecuteDeleteAsync(stop)
            + await db.Set<Joining>().Where(j => j.Kept == person || j.Lost == person).ExecuteDeleteAsync(stop)
            + await db.Set<Joining>().Where(j => j.AskedBy == person).ExecuteUpdateAsync(set => set.SetProperty(j => j.AskedBy, (PersonId?)null), stop);
    }

    /// <summary>One card goes by its own day, though the person stays: and with it what stood on it before somebody was joined to the person.</summary>
    public static Task<int> EraseAsync(TupaDb db, PersonId person, Card card, CancellationToken stop)
    {
        var own = db.Set<Joining>().Where(j => j.Kept == person).Select(j => j.Id);
        return db.Set<JoiningValue>().Where(v => v.Card == card && own.Contains(v.Joining)).ExecuteDeleteAsync(stop);
    }

    public static Task<int> RemainingAsync(TupaDb db, PersonId person, CancellationToken stop) =>
        db.Set<Joining>().CountAsync(j => j.Kept == person || j.Lost == person || j.AskedBy == person, stop);

    private static string? Written(DateTime? at) => at?.ToString("O", CultureInfo.InvariantCulture);
}
